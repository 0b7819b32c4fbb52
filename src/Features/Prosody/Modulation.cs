using Research.Features.Spectral;
using Research.Numerics;
using Research.Numerics.Fourier;

namespace Research.Features.Prosody;

/// <summary>How fast the level of four broad bands goes up and down: the rhythm of phrases, words, syllables and sounds.</summary>
/// <remarks>Logarithms of the share of a band's modulation power at 0.5 to 2, 2 to 5, 5 to 10 and 10 to 25 hertz. Each broad band is six mel bands; the highest of the 26 are in none. Source: Houtgast and Steeneken (1985), JASA 77.</remarks>
internal static class Modulation
{
    private const int Groups = 4;
    private const int BandsEach = 6;
    private const int ShortestTransform = 1024;
    private const double DecibelsPerNeper = 4.342944819032518; // of power
    private const double RangeDecibels = 40;
    private const double Smallest = 1e-9;
    private static readonly double[] Edges = [0.5, 2, 5, 10, 25];

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enumerable
            .Range(0, Groups)
            .SelectMany(g => Edges[..^1].Select(edge => FormattableString.Invariant($"modulation_{g}_{edge}"))),
    ];

    /// <summary>Sixteen values, group after group.</summary>
    public static double[] Of(VoiceFrames frames, MelLog mel) =>
        [.. Enumerable.Range(0, Groups).SelectMany(group => Shares(Contour(frames, mel, group), frames.StepSeconds))];

    private static double[] Contour(VoiceFrames frames, MelLog mel, int group)
    {
        var contour = new double[frames.End - frames.First];
        for (int t = 0; t < contour.Length; t++)
        {
            ReadOnlySpan<double> bands = mel.Logs.Row(frames.First + t).Slice(group * BandsEach, BandsEach);
            contour[t] = DecibelsPerNeper * OrderedSum.Mean(bands);
        }

        double floor = contour.Max() - RangeDecibels;
        double[] raised = [.. contour.Select(value => Math.Max(value, floor))];
        double mean = OrderedSum.Mean(raised);
        return [.. raised.Select(value => value - mean)];
    }

    private static IEnumerable<double> Shares(double[] contour, double stepSeconds)
    {
        double[] power = Power(contour, out int length);
        double binHz = 1 / (stepSeconds * length);
        double Between(double from, double to) =>
            OrderedSum.Of([
                .. Enumerable.Range(0, power.Length).Where(k => k * binHz >= from && k * binHz < to).Select(k => power[k]),
            ]);
        double whole = Between(Edges[0], Edges[^1]) + Smallest;
        return [.. Edges[..^1].Select((edge, i) => PortableMath.Log((Between(edge, Edges[i + 1]) + Smallest) / whole))];
    }

    private static double[] Power(double[] contour, out int length)
    {
        double[] window = Window.Of(WindowShape.Hann, contour.Length);
        length = ShortestTransform;
        while (length < contour.Length)
        {
            length *= 2;
        }

        RealFft fft = RealFft.Plan(length);
        var input = new double[length];
        for (int t = 0; t < contour.Length; t++)
        {
            input[t] = contour[t] * window[t];
        }

        (var re, var im) = (new double[fft.Bins], new double[fft.Bins]);
        fft.Forward(input, re, im);
        return [.. re.Select((value, k) => (value * value) + (im[k] * im[k]))];
    }
}
