using Research.Numerics;

namespace Research.Cli.Models;

/// <summary>Why a recording cannot be recognised; the number is the exit code.</summary>
internal enum InputProblem
{
    Missing = 20,
    Folder = 21,
    Empty = 22,

    /// <summary>No sound in a format that can be read.</summary>
    NotAudio = 23,

    /// <summary>A header or a chunk that is cut off or contradicts itself.</summary>
    Damaged = 24,

    /// <summary>Samples that are no numbers.</summary>
    NotFinite = 25,

    TooShort = 26,
    TooLong = 27,
    Silent = 28,

    /// <summary>Unlike what the model heard, where --strict asks to refuse that.</summary>
    Outside = 29,

    /// <summary>A sample rate that cannot be brought to the model's.</summary>
    OddRate = 30,

    // 31 is a model that cannot be used.
    /// <summary>It is there, but its bytes cannot be had.</summary>
    Unreadable = 32,
}

/// <summary>A recording that cannot be recognised, and why.</summary>
internal sealed class InputException : ResearchException
{
    public InputException() { }

    public InputException(string message)
        : base(message) { }

    public InputException(string message, Exception inner)
        : base(message, inner) { }

    public InputException(InputProblem problem, string message)
        : base(message) => Problem = problem;

    public InputProblem Problem { get; }

    public static InputException Of(InputProblem problem, string path, FormattableString words) =>
        new(problem, $"{path}: {FormattableString.Invariant(words)}");
}
