using Research.Numerics;

namespace Research.Pipeline.Tests.Files;

/// <summary>16-bit signals to be stored, as doubles.</summary>
internal static class Signals
{
    public const double Step = 1.0 / 32768;

    public static Dictionary<string, double[]> Pcm { get; } =
        new()
        {
            ["nothing"] = [],
            ["one zero"] = [0],
            ["one negative zero"] = [-0.0],
            ["the lowest"] = [-1],
            ["the highest"] = [short.MaxValue * Step],
            ["from end to end"] = [-1, short.MaxValue * Step, -1, -1, short.MaxValue * Step, 0, -1],
            ["silence"] = new double[5000],
            ["negative silence"] = [.. Enumerable.Repeat(-0.0, 5000)],
            ["zeros of either sign"] = Of("zeros", 5000, rng => rng.NextDouble() < 0.5 ? -0.0 : 0.0),
            ["rare negative zeros"] = Of("rare", 50_000, rng => rng.NextDouble() < 0.001 ? -0.0 : 0.0),
            ["one click in silence"] = [.. new double[1500], -1, .. new double[1500]],
            ["full-scale noise"] = Noise("full", 5000, 1),
            ["full-scale square"] = [.. Enumerable.Range(0, 3000).Select(n => n / 50 % 2 == 0 ? -1 : short.MaxValue * Step)],
            ["faint noise"] = Noise("faint", 5000, 0.0001),
            ["clipped tone"] = Tone(4096, 0.05, 3),
            ["tone"] = Tone(10_000, 0.3, 0.7),
            ["low tone, one block"] = Tone(1024, 0.01, 0.9),
            ["one more than a block"] = Tone(1025, 0.01, 0.9),
            ["straight line"] = [.. Enumerable.Range(0, 2000).Select(n => (5 + (3 * n)) * Step)],
        };

    public static double[] Noise(string stream, int samples, double level) =>
        Of(stream, samples, rng => Math.Floor(rng.NextDouble(-1, 1) * level * 32767) * Step);

    public static double[] Of(string stream, int samples, Func<Rng, double> draw)
    {
        var rng = Rng.For(1, stream);
        return [.. Enumerable.Range(0, samples).Select(_ => draw(rng))];
    }

    // Rounded and cut as the corpora do, which gives negative zeros.
    private static double[] Tone(int samples, double radians, double level) =>
        [
            .. Enumerable
                .Range(0, samples)
                .Select(n => Math.Clamp(Math.Round(level * PortableMath.Sin(n * radians) * 32768), -32768, 32767) * Step),
        ];
}
