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
            Advice =
                "a model hears one word or sentence, 60 s at most. Cut it first, for example: ffmpeg -i IN -ss 0 -t 5 OUT.wav",
        };

    /// <summary>For features, which are of anything: a day at most, which bounds what a decoder may write.</summary>
    public static RecordingLimits Anything { get; } =
        new()
        {
            ShortestSeconds = 0,
            LongestSeconds = 24 * 3600,
            SilenceDecibels = double.NegativeInfinity,
            Advice = "cut it first, for example: ffmpeg -i IN -ss 0 -t 3600 OUT.wav",
        };

    public required double ShortestSeconds { get; init; }

    public required double LongestSeconds { get; init; }

    /// <summary>A recording whose level, without its mean, is not above this is silent.</summary>
    public required double SilenceDecibels { get; init; }

    /// <summary>What to do with one that is too long: the end of a message.</summary>
    public required string Advice { get; init; }
}
