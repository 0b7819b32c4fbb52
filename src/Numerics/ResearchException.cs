namespace Research.Numerics;

/// <summary>A failure that a user can mend: its message says what was seen, what was needed and what to do. No trace is shown.</summary>
/// <remarks>Messages quote names and answers of others, so they are made <see cref="Printable"/> here, for all who show or store them.</remarks>
public class ResearchException : Exception
{
    public ResearchException() { }

    public ResearchException(string message)
        : base(Printable.Of(message)) { }

    public ResearchException(string message, Exception inner)
        : base(Printable.Of(message), inner) { }
}
