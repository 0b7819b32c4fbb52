namespace Research.Data.Audio;

/// <summary>What ffmpeg may take and print; past any bound it is killed.</summary>
internal sealed record FfmpegBounds
{
    public static FfmpegBounds Standard { get; } =
        new()
        {
            Time = TimeSpan.FromSeconds(60),
            Bytes = 128 << 20, // a minute of eight channels at 48 kHz has less
            ErrorBytes = 1 << 20,
        };

    public required TimeSpan Time { get; init; }

    /// <summary>Largest WAV that it may write.</summary>
    public required long Bytes { get; init; }

    /// <summary>Most complaints that it may print.</summary>
    public required long ErrorBytes { get; init; }
}
