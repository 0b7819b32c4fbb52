using Research.Data;

namespace Research.Corpora.Sampling;

/// <summary>Samples of 16 bits.</summary>
internal static class SixteenBit
{
    public const double FullScale = 32768;

    /// <summary>The signal in steps of 2^-15, cut at full scale: what a 16-bit file holds, and what reads back from one.</summary>
    public static Waveform Quantised(double[] samples, int sampleRateHz) =>
        new(
            [.. samples.Select(x => Math.Clamp(Math.Round(x * FullScale), short.MinValue, short.MaxValue) / FullScale)],
            sampleRateHz
        );
}
