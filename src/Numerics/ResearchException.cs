namespace Research.Numerics;

/// <summary>A failure that a user can mend: its message says what was seen, what was needed and what to do. No trace is shown.</summary>
public class ResearchException : Exception
{
    public ResearchException() { }

    public ResearchException(string message)
        : base(message) { }

    public ResearchException(string message, Exception inner)
        : base(message, inner) { }
}
