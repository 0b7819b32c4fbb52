using Research.Numerics;

namespace Research.Data.Audio;

/// <summary>A recording that cannot be used, and why.</summary>
public sealed class RecordingException : ResearchException
{
    public RecordingException() { }

    public RecordingException(string message)
        : base(message) { }

    public RecordingException(string message, Exception inner)
        : base(message, inner) { }

    public RecordingException(RecordingProblem problem, string message)
        : base(message) => Problem = problem;

    public RecordingProblem Problem { get; init; } = RecordingProblem.Damaged;

    internal static RecordingException Of(RecordingProblem problem, string path, FormattableString words) =>
        new(problem, $"{path}: {FormattableString.Invariant(words)}");
}
