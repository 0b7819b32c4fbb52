using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A model package that cannot be used, and why.</summary>
public sealed class ModelFileException : ResearchException
{
    public ModelFileException() { }

    public ModelFileException(string message)
        : base(message) { }

    public ModelFileException(string message, Exception inner)
        : base(message, inner) { }
}
