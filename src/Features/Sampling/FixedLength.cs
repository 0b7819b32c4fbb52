using Research.Data;
using Research.Numerics;

namespace Research.Features.Sampling;

/// <summary>A signal of a set duration: cut, or filled up with silence on one side.</summary>
public static class FixedLength
{
    /// <param name="seconds">Duration that comes out, to the nearest sample.</param>
    /// <param name="silence">Where silence is added to a shorter signal; a longer one keeps its beginning.</param>
    /// <exception cref="ResearchException">The duration is not positive.</exception>
    public static Waveform Of(Waveform waveform, double seconds, SilencePlace silence)
    {
        double exact = seconds * waveform.SampleRateHz;
        if (!(exact is >= 1 and < int.MaxValue))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"A signal of {seconds} s at {waveform.SampleRateHz} Hz: at least one sample is needed."
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
