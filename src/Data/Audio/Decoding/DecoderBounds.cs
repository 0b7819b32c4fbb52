namespace Research.Data.Audio.Decoding;

/// <summary>What a decoder may take and give; past any bound it is stopped.</summary>
internal sealed record DecoderBounds
{
    private const long BytesASecond = 1 << 21; // of eight channels of 32 bits at 48 kHz, and some more

    /// <summary>Of the sound that is used; what comes may be a second longer, which shows that there is more.</summary>
    public required double LongestSeconds { get; init; }

    public required TimeSpan Time { get; init; }

    /// <summary>Largest WAV that may come out.</summary>
    public required long Bytes { get; init; }

    /// <summary>Most complaints that ffmpeg may print.</summary>
    public required long ErrorBytes { get; init; }

    /// <summary>In proportion to the sound that is used: a minute of work and 128 MiB a minute.</summary>
    public static DecoderBounds For(double longestSeconds) =>
        new()
        {
            LongestSeconds = longestSeconds,
            Time = TimeSpan.FromSeconds(Math.Max(60, longestSeconds / 10)),
            Bytes = (long)(BytesASecond * Math.Max(64, longestSeconds)),
            ErrorBytes = 1 << 20,
        };
}
