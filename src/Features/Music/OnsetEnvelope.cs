using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Onset strength over time.</summary>
/// <param name="Values">One a frame; finite, at least 0.</param>
/// <param name="SampleRateHz">Of the recording.</param>
/// <param name="HopSamples">From frame to frame.</param>
/// <param name="FirstSeconds">Time of the first frame's middle.</param>
public sealed record OnsetEnvelope(double[] Values, int SampleRateHz, int HopSamples, double FirstSeconds)
{
    /// <summary>Time of a frame's middle.</summary>
    public double Seconds(int frame) => FirstSeconds + ((double)frame * HopSamples / SampleRateHz);

    /// <summary>The tempo whose beats lie so many frames apart, beats a minute.</summary>
    public double BeatsAMinute(int lagFrames) => 60.0 * SampleRateHz / ((double)HopSamples * lagFrames);

    /// <summary>Whether anything begins.</summary>
    internal bool HasOnsets => Values.Length > 0 && Values.Any(value => value != Values[0]);

    /// <exception cref="ResearchException">There is no frame, or a value is negative or not finite.</exception>
    internal void Check()
    {
        if (Values.Length == 0)
        {
            throw new ResearchException("The onset strength has no frame; at least one is needed.");
        }

        int place = Array.FindIndex(Values, value => !(value >= 0 && double.IsFinite(value)));
        if (place >= 0)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"Onset strength {place} (from 0) is {Values[place]}; finite values of at least 0 are needed."
                )
            );
        }
    }
}
