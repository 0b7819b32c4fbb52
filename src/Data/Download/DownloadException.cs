using Research.Numerics;

namespace Research.Data.Download;

/// <summary>A source that did not give what was asked for.</summary>
public sealed class DownloadException : ResearchException
{
    public DownloadException() { }

    public DownloadException(string message)
        : base(message) { }

    public DownloadException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>Whether asking again may help.</summary>
    public bool Transient { get; init; }

    /// <summary>How long the server asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
