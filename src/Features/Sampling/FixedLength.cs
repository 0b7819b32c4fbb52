using Research.Data;
using Research.Numerics;

namespace Research.Features.Sampling;

/// <summary>A signal of a set duration: cut, or filled up with silence on one side.</summary>
public static class FixedLength
{
    private const int MostSamples = 1 << 27; // one gigabyte of doubles

    /// <param name="seconds">Duration that comes out, to the nearest sample.</param>
    /// <param name="silence">Where silence is added to a shorter signal; a longer one keeps its beginning.</param>
    /// <exception cref="ResearchException">The duration is not positive, or longer than memory should hold.</exception>
    public static Waveform Of(Waveform waveform, double seconds, SilencePlace silence)
    {
        double exact = seconds * waveform.SampleRateHz;
        if (!(exact is >= 1 and <= MostSamples))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"A signal of {seconds} s at {waveform.SampleRateHz} Hz: 1 to {MostSamples} samples can be had."
                )
            );
        }

        var samples = new double[(int)Math.Round(exact)];
        int kept = Math.Min(samples.Length, waveform.Samples.Length);
        int start = silence == SilencePlace.Before ? samples.Length - kept : 0;
        waveform.Samples.AsSpan(0, kept).CopyTo(samples.AsSpan(start));
        return waveform with { Samples = samples };
    }

    /// <summary>The beginning of a signal; a shorter one as it is.</summary>
    public static Waveform AtMost(Waveform waveform, double seconds) =>
        waveform.DurationSeconds <= seconds ? waveform : Of(waveform, seconds, SilencePlace.After);
}

/// <summary>Side on which silence is added.</summary>
public enum SilencePlace
{
    Before,
    After,
}
