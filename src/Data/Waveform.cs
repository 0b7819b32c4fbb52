using Research.Numerics;

namespace Research.Data;

/// <summary>A mono signal.</summary>
/// <param name="Samples">Amplitudes; full scale is ±1.</param>
/// <param name="SampleRateHz">Samples a second.</param>
public sealed record Waveform(double[] Samples, int SampleRateHz) : ISamples
{
    /// <summary>Highest rate that is read from a file or a setting; no recorder goes so far.</summary>
    public const int HighestRateHz = 1_000_000;

    /// <summary>Most samples that are held in memory at once: a gigabyte, or 46 minutes at 48 kHz.</summary>
    public const int MostSamples = 1 << 27;

    public double DurationSeconds => (double)Samples.Length / SampleRateHz;

    long ISamples.Count => Samples.Length;

    void ISamples.Read(long start, Span<double> into) => Samples.AsSpan((int)start, into.Length).CopyTo(into);

    /// <summary>All of a signal, in memory.</summary>
    /// <exception cref="ResearchException">It has more than <see cref="MostSamples"/>.</exception>
    public static Waveform Of(ISamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples is Waveform waveform)
        {
            return waveform;
        }

        if (samples.Count > MostSamples)
        {
            throw new ResearchException(
                $"The signal has {samples.Count} samples; at most {MostSamples} can be held in memory. Cut it first, for example: ffmpeg -i IN -ss 0 -t 600 OUT.wav"
            );
        }

        var all = new double[samples.Count];
        samples.Read(0, all);
        return new Waveform(all, samples.SampleRateHz);
    }
}
