namespace Research.Data.Download;

/// <summary>How patiently a download is tried.</summary>
public sealed record DownloadSettings
{
    /// <summary>Attempts a source, the first included.</summary>
    public required int Attempts { get; init; }

    /// <summary>Wait before the second attempt; doubled for each further one.</summary>
    public required TimeSpan FirstDelay { get; init; }

    /// <summary>A Retry-After above this ends the source.</summary>
    public required TimeSpan LongestDelay { get; init; }

    /// <summary>Longest silence: to the answer's head, and between two pieces of its body.</summary>
    public required TimeSpan StallTimeout { get; init; }

    /// <summary>What a person at a terminal would wait for.</summary>
    public static DownloadSettings Standard { get; } =
        new()
        {
            Attempts = 5,
            FirstDelay = TimeSpan.FromSeconds(1),
            LongestDelay = TimeSpan.FromMinutes(2),
            StallTimeout = TimeSpan.FromSeconds(30),
        };
}
