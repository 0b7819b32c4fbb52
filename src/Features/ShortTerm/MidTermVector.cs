using Research.Data;
using Research.Features.Sampling;
using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>One vector a recording: pyAudioAnalysis's 34 short-term features and their changes, as means and deviations over stretches of a second, averaged.</summary>
/// <remarks>Source: Giannakopoulos (2015), PLOS ONE 10(12). Oracle: golden_py136_emodb, see <see cref="MidTerm"/>.</remarks>
public static class MidTermVector
{
    /// <summary>Values of a vector.</summary>
    public const int Length = 4 * ShortTermFeatures.Count;

    private const double StretchSeconds = 1;

    /// <summary>The vector of a recording; one shorter than a frame is filled up with silence.</summary>
    /// <returns>Shape [136]: 68 means, then 68 deviations.</returns>
    public static double[] Of(Waveform waveform, ShortTermSettings frames)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        ArgumentNullException.ThrowIfNull(frames);
        Waveform wave =
            waveform.DurationSeconds >= frames.WindowSeconds
                ? waveform
                : FixedLength.Of(waveform, frames.WindowSeconds, SilencePlace.After);
        Matrix features = ShortTermFeatures.WithChanges(ShortTermFeatures.Of(wave, frames));
        return MidTerm.Average(MidTerm.Of(features, frames, StretchSeconds));
    }
}
