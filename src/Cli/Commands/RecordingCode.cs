using Research.Data.Audio;

namespace Research.Cli.Commands;

/// <summary>Exit codes of recordings that cannot be recognised; docs/tool.md lists them.</summary>
internal static class RecordingCode
{
    /// <summary>Unlike what the model heard, where --strict asks to refuse that.</summary>
    public const int Outside = 29;

    /// <summary>A sample rate that cannot be brought to the model's.</summary>
    public const int OddRate = 30;

    public static int Of(RecordingProblem problem) =>
        problem switch
        {
            RecordingProblem.Missing => 20,
            RecordingProblem.Folder => 21,
            RecordingProblem.Empty => 22,
            RecordingProblem.NotAudio => 23,
            RecordingProblem.Damaged => 24,
            RecordingProblem.NotFinite => 25,
            RecordingProblem.TooShort => 26,
            RecordingProblem.TooLong => 27,
            RecordingProblem.Silent => 28,
            RecordingProblem.Unreadable => 32, // 31 is a model that cannot be used
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "has no exit code"),
        };
}
