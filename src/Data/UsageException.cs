using Research.Numerics;

namespace Research.Data;

/// <summary>A command that asks for what there is not: an unknown name, a value out of range.</summary>
public sealed class UsageException : ResearchException
{
    public UsageException() { }

    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception inner)
        : base(message, inner) { }
}
