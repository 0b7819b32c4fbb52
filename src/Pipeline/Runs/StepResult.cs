using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>How a step ended.</summary>
public enum StepEnd
{
    /// <summary>It was what it should be.</summary>
    UpToDate,

    /// <summary>Its outputs came from the store.</summary>
    Restored,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>It went wrong.</summary>
    Failed,

    /// <summary>Its data cannot be had.</summary>
    Unavailable,

    /// <summary>Something upstream went wrong.</summary>
    Blocked,

    /// <summary>The run was stopped before or while it was made.</summary>
    Stopped,
}

/// <summary>A step, how it ended, a sentence about it, and the seconds that it took.</summary>
public sealed record StepResult(Step Step, StepEnd End, string Message, double Seconds)
{
    public string Target => Step.Target.Name;

    /// <summary>Whether it was stopped and has saved a state that the next run goes on from.</summary>
    public bool HasCheckpoint { get; init; }

    public bool IsWell => End is StepEnd.UpToDate or StepEnd.Restored or StepEnd.Made;
}
