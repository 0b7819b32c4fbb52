using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>Resonances of the vocal tract over time.</summary>
/// <param name="Times">The frames.</param>
/// <param name="Hertz">Shape [formants][frames], the lowest first; NaN where a frame has fewer.</param>
/// <param name="Bandwidths">Shape [formants][frames], hertz; NaN where a frame has fewer.</param>
public sealed record FormantTrack(FrameTimes Times, double[][] Hertz, double[][] Bandwidths)
{
    /// <summary>Mean of a formant over an interval of time, hertz; NaN where it never is.</summary>
    /// <param name="formant">1 for the lowest.</param>
    public double MeanOver(int formant, double fromSeconds, double toSeconds) =>
        Times.Mean(Hertz[formant - 1], fromSeconds, toSeconds);

    /// <summary>A formant at a time, hertz, linear between frames; NaN where it is not.</summary>
    /// <param name="formant">1 for the lowest.</param>
    public double At(int formant, double seconds) => Times.At(Hertz[formant - 1], seconds);

    /// <summary>Mean of a formant at the voiced frames of a pitch track, hertz.</summary>
    /// <param name="formant">1 for the lowest.</param>
    public double MeanWhereVoiced(int formant, PitchTrack pitch)
    {
        ArgumentNullException.ThrowIfNull(pitch);
        double[] values =
        [
            .. Enumerable
                .Range(0, pitch.Times.Count)
                .Where(pitch.IsVoiced)
                .Select(t => At(formant, pitch.Times[t]))
                .Where(value => !double.IsNaN(value)),
        ];
        return values.Length == 0 ? double.NaN : OrderedSum.Mean(values);
    }
}
