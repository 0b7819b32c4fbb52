namespace Research.Data.Audio;

/// <summary>What ffmpeg may take; past either bound it is killed.</summary>
internal sealed record FfmpegBounds
{
    public static FfmpegBounds Standard { get; } = new() { Time = TimeSpan.FromSeconds(60), Bytes = WavBytes.Most };

    public required TimeSpan Time { get; init; }

    /// <summary>Largest WAV that it may write.</summary>
    public required long Bytes { get; init; }
}
