using Research.Numerics;

namespace Research.Data.Audio;

/// <summary>An audio file that cannot be read, and why.</summary>
public sealed class AudioFormatException : ResearchException
{
    public AudioFormatException() { }

    public AudioFormatException(string message)
        : base(message) { }

    public AudioFormatException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>What kind of fault it is; a damaged file unless said otherwise.</summary>
    public RecordingProblem Problem { get; init; } = RecordingProblem.Damaged;
}
