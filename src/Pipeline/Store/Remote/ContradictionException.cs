using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>A machine got other bits than its own receipt says: it, or its memory, is wrong.</summary>
public sealed class ContradictionException : ResearchException
{
    public ContradictionException() { }

    public ContradictionException(string message)
        : base(message) { }

    public ContradictionException(string message, Exception innerException)
        : base(message, innerException) { }
}
