using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>Logarithms of power in 26 mel bands, and the spread of their cepstrum and its derivative: how much the articulation moves.</summary>
/// <remarks>Bands of HTK: peaks of 1, evenly spaced in 2595·log₁₀(1 + f/700). The means of the cepstrum, which say more of the speaker than of the mood, are left out.</remarks>
internal sealed class MelLog
{
    public const int Bands = 26;

    private const int Coefficients = 13;
    private const double LowestHz = 50;
    private const double HighestHz = 7600;
    private const double LeastPower = 1e-10;

    public MelLog(PowerDensity density)
    {
        double[][] filters = [.. Enumerable.Range(0, Bands).Select(band => Filter(band, density))];
        Logs = new Matrix(density.Power.Rows, Bands);
        for (int t = 0; t < Logs.Rows; t++)
        {
            for (int band = 0; band < Bands; band++)
            {
                double power = OrderedSum.Dot(density.Power.Row(t), filters[band]) * density.BinHz;
                Logs[t, band] = PortableMath.Log(power + LeastPower);
            }
        }
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enumerable.Range(1, Coefficients).Select(k => $"cepstrum_{k}_sd"),
        .. Enumerable.Range(1, Coefficients).Select(k => $"cepstrum_delta_{k}_sd"),
    ];

    /// <summary>Shape [frames, 26]; natural logarithms.</summary>
    public Matrix Logs { get; }

    /// <summary>Deviations of 13 coefficients over the voiced frames, and of their derivatives over the active ones.</summary>
    public double[] CepstralSpread(VoiceFrames frames)
    {
        Matrix cepstra = Dct.Plan(Bands, Coefficients + 1).Of(Logs);
        int[] voiced = VoiceFrames.Where(frames.Voiced);
        int[] active = VoiceFrames.Where(frames.Active);
        int[] numbers = [.. Enumerable.Range(1, Coefficients)];
        return
        [
            .. numbers.Select(k => Spread.Deviation([.. voiced.Select(t => cepstra[t, k])])),
            .. numbers.Select(k => Spread.Deviation([.. active.Select(t => Derivative(cepstra, t, k))])),
        ];
    }

    // Slope over five frames, the ends repeated (HTK's regression).
    private static double Derivative(Matrix values, int t, int k)
    {
        double At(int frame) => values[Math.Clamp(frame, 0, values.Rows - 1), k];
        return (At(t + 1) - At(t - 1) + (2 * (At(t + 2) - At(t - 2)))) / 10;
    }

    private static double[] Filter(int band, PowerDensity density)
    {
        double low = Mel(LowestHz);
        double step = (Mel(HighestHz) - low) / (Bands + 1);
        double[] edges = [.. Enumerable.Range(band, 3).Select(i => Hertz(low + (i * step)))];
        var filter = new double[density.Bins];
        for (int k = 0; k < filter.Length; k++)
        {
            double hertz = k * density.BinHz;
            double rising = (hertz - edges[0]) / (edges[1] - edges[0]);
            double falling = (edges[2] - hertz) / (edges[2] - edges[1]);
            filter[k] = Math.Max(0, Math.Min(rising, falling));
        }

        return filter;
    }

    private static double Mel(double hertz) => 2595 * PortableMath.Log10(1 + (hertz / 700));

    private static double Hertz(double mel) => 700 * (PortableMath.Pow(10, mel / 2595) - 1);
}
