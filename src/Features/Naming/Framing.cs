namespace Research.Features.Naming;

/// <summary>How a recording is cut into frames.</summary>
public sealed record Framing
{
    private const double UsualWindowSeconds = 0.025;
    private const double UsualHopSeconds = 0.010;

    public required int SampleRateHz { get; init; }

    public required int WindowSamples { get; init; }

    public required int HopSamples { get; init; }

    /// <summary>25 ms every 10 ms, in whole samples, at least one.</summary>
    public static Framing Usual(int sampleRateHz) =>
        new()
        {
            SampleRateHz = sampleRateHz,
            WindowSamples = Samples(UsualWindowSeconds, sampleRateHz),
            HopSamples = Samples(UsualHopSeconds, sampleRateHz),
        };

    private static int Samples(double seconds, int sampleRateHz) => Math.Max(1, (int)((seconds * sampleRateHz) + 1e-6));
}
