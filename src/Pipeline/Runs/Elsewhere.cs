using Research.Data;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Other machines, and how much of a run they are given at a time.</summary>
public sealed record Elsewhere
{
    /// <summary>Hands jobs to them.</summary>
    public required IExecutor Executor { get; init; }

    /// <summary>Jobs that wait or run there at a time, at most.</summary>
    public required int Jobs { get; init; }

    /// <summary>Threads of each.</summary>
    public required int Cores { get; init; }

    /// <summary>Short trials share a job of about this many seconds.</summary>
    public required double SecondsPerJob { get; init; }

    /// <summary>Whether a step goes there: what takes long and reads nothing of the checkout.</summary>
    internal static bool Takes(Step step) =>
        step.State == StepState.Run
        && step.Target switch
        {
            TrialTarget trial => !trial.Trial.Data.Any(data => data is FolderDataset),
            FeatureTarget or FeatureShardTarget => !ReadsFolder(FeatureTargets.SetOf(step.Target)!),
            _ => false,
        };

    private static bool ReadsFolder(FeatureSet features) =>
        features.Assets.Append(features.Data).Any(data => data is FolderDataset);
}
