using Research.Numerics;

namespace Research.Data;

/// <summary>A dataset that cannot be had here: which, what was tried, what to do.</summary>
public sealed class DataUnavailableException : ResearchException
{
    public DataUnavailableException() { }

    public DataUnavailableException(string message)
        : base(message) { }

    public DataUnavailableException(string message, Exception inner)
        : base(message, inner) { }
}
