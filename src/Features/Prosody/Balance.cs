using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>Thirteen numbers a frame on how power is spread over frequency: tilt, slopes, centre, roughness, change.</summary>
/// <remarks>Alpha ratio, Hammarberg index and slopes as in eGeMAPS (Eyben et al., 2016, IEEE TAC 7(2)), on decibels.</remarks>
internal sealed class Balance
{
    private const double LowestHz = 50;
    private const double HighestHz = 7600;
    private const double RolloffShare = 0.85;
    private const double Smallest = 1e-14;
    private static readonly (double From, double To)[] SlopeBands = [(0, 500), (500, 1500), (1500, 5000)];
    private readonly VoiceFrames _frames;
    private readonly PowerDensity _density;

    public Balance(VoiceFrames frames, PowerDensity density)
    {
        (_frames, _density) = (frames, density);
        Values = Matrix.OfRows([.. Enumerable.Range(0, frames.Count).Select(Row)]);
    }

    /// <summary>Names of the thirteen.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "alpha",
        "hammarberg",
        "slope_0_500",
        "slope_500_1500",
        "slope_1500_5000",
        "below_500",
        "below_1000",
        "centroid_log",
        "bandwidth_log",
        "rolloff_log",
        "flatness_log",
        "flux",
        "crossings_log",
    ];

    /// <summary>Shape [frames, 13].</summary>
    public Matrix Values { get; }

    private double[] Row(int t)
    {
        double whole = _density.Decibels(t, LowestHz, HighestHz);
        (double centroid, double bandwidth, double rolloff, double flatness) = Moments(t);
        return
        [
            _density.Decibels(t, LowestHz, 1000) - _density.Decibels(t, 1000, 5000),
            Highest(t, 0, 2000) - Highest(t, 2000, 5000),
            .. SlopeBands.Select(band => Slope(t, band.From, band.To)),
            _density.Decibels(t, LowestHz, 500) - whole,
            _density.Decibels(t, LowestHz, 1000) - whole,
            PortableMath.Log1p(centroid),
            PortableMath.Log1p(bandwidth),
            PortableMath.Log1p(rolloff),
            flatness,
            t == 0 ? 0 : Flux(t),
            PortableMath.Log1p(Crossings(t)),
        ];
    }

    private double Highest(int t, double fromHz, double toHz)
    {
        (int first, int end) = _density.Range(fromHz, toHz);
        return Enumerable.Range(first, Math.Max(0, end - first)).Select(k => _density.Decibels(t, k)).DefaultIfEmpty().Max();
    }

    // Decibels a kilohertz.
    private double Slope(int t, double fromHz, double toHz)
    {
        (int first, int end) = _density.Range(fromHz, toHz);
        int[] bins = [.. Enumerable.Range(first, Math.Max(0, end - first))];
        return Spread.Slope([.. bins.Select(k => k * _density.BinHz / 1000)], [.. bins.Select(k => _density.Decibels(t, k))]);
    }

    private (double Centroid, double Bandwidth, double Rolloff, double Flatness) Moments(int t)
    {
        (int first, int end) = _density.Range(LowestHz, HighestHz);
        double[] weights = _density.Power.Row(t)[first..end].ToArray();
        double[] hertz = new double[weights.Length];
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] += Smallest;
            hertz[k] = (first + k) * _density.BinHz;
        }

        double sum = OrderedSum.Of(weights);
        double centroid = OrderedSum.Dot(hertz, weights) / sum;
        double[] squares = [.. hertz.Select(f => (f - centroid) * (f - centroid))];
        double logs = OrderedSum.Mean([.. weights.Select(PortableMath.Log)]);
        return (
            centroid,
            Math.Sqrt(OrderedSum.Dot(squares, weights) / sum),
            Rolloff(weights, hertz, RolloffShare * sum),
            logs - PortableMath.Log(sum / weights.Length)
        );
    }

    private static double Rolloff(double[] weights, double[] hertz, double threshold)
    {
        double sum = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            sum += weights[k];
            if (sum >= threshold)
            {
                return hertz[k];
            }
        }

        return hertz.Length == 0 ? 0 : hertz[^1];
    }

    // Distance of the roots of the two frames' shares of power (Hellinger's, but for a factor).
    private double Flux(int t)
    {
        double[] now = RootShares(t);
        double[] before = RootShares(t - 1);
        return Math.Sqrt(OrderedSum.Of([.. now.Select((root, k) => (root - before[k]) * (root - before[k]))]));
    }

    private double[] RootShares(int t)
    {
        double[] power = _density.Power.Row(t).ToArray();
        double sum = OrderedSum.Of(power) + Smallest;
        return [.. power.Select(value => Math.Sqrt(value / sum))];
    }

    private double Crossings(int t)
    {
        double[] samples = _frames.Samples(t);
        int changes = Enumerable.Range(1, samples.Length - 1).Count(n => samples[n] < 0 != samples[n - 1] < 0);
        return (double)changes / (samples.Length - 1) * _frames.SampleRateHz;
    }
}
