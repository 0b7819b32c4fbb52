using Research.Numerics;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors.Dispatching;

/// <summary>A cluster's scheduler: takes waves of jobs, tells how they stand in one call, and cancels.</summary>
internal interface IScheduler
{
    /// <summary>As messages call it.</summary>
    string Name { get; }

    /// <summary>Jobs of a wave, at most.</summary>
    int MostJobs { get; }

    /// <summary>Hands a wave over.</summary>
    /// <returns>The scheduler's id of each job, in the wave's order.</returns>
    /// <exception cref="SchedulerException">It did not take it.</exception>
    IReadOnlyList<string> Submit(Wave wave);

    /// <summary>Ids of a wave that was handed over before, where its answer was lost; null where the scheduler does not know it.</summary>
    IReadOnlyList<string>? Find(Wave wave);

    /// <summary>How those jobs stand, as far as the scheduler still knows them.</summary>
    /// <exception cref="SchedulerException">It does not answer: nothing is known.</exception>
    IReadOnlyDictionary<string, TaskState> Poll(IReadOnlyCollection<string> ids);

    /// <summary>Ends those jobs, as far as they are there.</summary>
    /// <exception cref="SchedulerException">It does not answer.</exception>
    void Cancel(IReadOnlyCollection<string> ids);
}

/// <summary>Jobs that are handed over together and need the same of a machine.</summary>
/// <param name="Name">SHA-256 of the text that names them, a line each.</param>
/// <param name="Resources">Of each.</param>
/// <param name="Jobs">Names of the jobs' files.</param>
internal sealed record Wave(string Name, Resources Resources, IReadOnlyList<string> Jobs)
{
    /// <summary>What people see in the scheduler's lists, and what finds the wave again.</summary>
    public string ShortName => "research-" + Name[..12];
}

/// <summary>How a job stands.</summary>
/// <param name="Phase">Whether it waits, runs or has ended.</param>
/// <param name="Ending">How it ended, as far as the scheduler tells.</param>
/// <param name="Told">The scheduler's own words.</param>
internal sealed record TaskState(TaskPhase Phase, Ending Ending, string Told)
{
    public static TaskState Waiting(string told) => new(TaskPhase.Waiting, Ending.Unknown, told);

    public static TaskState Running(string told) => new(TaskPhase.Running, Ending.Unknown, told);

    public static TaskState Ended(Ending ending, string told) => new(TaskPhase.Ended, ending, told);
}

/// <summary>Where a job is.</summary>
internal enum TaskPhase
{
    Waiting,
    Running,
    Ended,
}

/// <summary>How a job ended.</summary>
internal enum Ending
{
    /// <summary>The scheduler no longer knows it.</summary>
    Unknown,

    /// <summary>With exit code 0.</summary>
    Completed,

    /// <summary>With another exit code.</summary>
    Failed,

    /// <summary>By a signal that nobody explains: often for want of memory.</summary>
    Killed,

    /// <summary>For another job's sake.</summary>
    Preempted,

    /// <summary>With its machine.</summary>
    Node,

    /// <summary>For want of memory.</summary>
    Memory,

    /// <summary>At the end of its time.</summary>
    Time,

    /// <summary>By a person or the scheduler's keeper.</summary>
    Cancelled,
}

/// <summary>A scheduler did not answer, or refused.</summary>
internal class SchedulerException : ResearchException
{
    public SchedulerException() { }

    /// <param name="message">Which command, and what it said.</param>
    public SchedulerException(string message)
        : base(message) { }

    public SchedulerException(string message, Exception cause)
        : base(message, cause) { }
}

/// <summary>A scheduler took a job and did not say as which: it runs, and nobody can ask after it. To submit it again would run it twice.</summary>
internal sealed class NamelessJobException : SchedulerException
{
    public NamelessJobException() { }

    /// <param name="message">Which command, and what it said.</param>
    public NamelessJobException(string message)
        : base(message) { }

    public NamelessJobException(string message, Exception cause)
        : base(message, cause) { }
}
