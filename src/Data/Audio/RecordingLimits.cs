namespace Research.Data.Audio;

/// <summary>What a recording must be like to be used.</summary>
public sealed record RecordingLimits
{
    /// <summary>For models that hear one word or sentence.</summary>
    public static RecordingLimits Utterance { get; } =
        new()
        {
            ShortestSeconds = 0.1,
            LongestSeconds = 60,
            SilenceDecibels = -80,
        };

    public required double ShortestSeconds { get; init; }

    public required double LongestSeconds { get; init; }

    /// <summary>A recording whose level, without its mean, is not above this is silent.</summary>
    public required double SilenceDecibels { get; init; }
}
