using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Build.Display;

/// <summary>Shows how a run goes: a target on a line of its own, the trials of an experiment together on one, and the parts of a feature set.</summary>
/// <param name="display">Where.</param>
/// <param name="plan">Tells how many of them there are to make.</param>
internal sealed class RunDisplay(IDisplay display, Plan plan) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GroupProgress> _groups = GroupProgress.Of(plan);

    public void Started(Step step)
    {
        if (step.State != StepState.Run)
        {
            return;
        }

        lock (_gate)
        {
            if (GroupOf(step.Target) is not { } group || group.Begin())
            {
                display.Start(NameOf(step.Target));
            }

            if (step.WasDamaged && GroupOf(step.Target) is not null)
            {
                display.Say($"{step.Target.Name}: {step.Reason}"); // the others of its group need not be
            }
        }
    }

    public void Progress(Step step, double share)
    {
        lock (_gate)
        {
            if (GroupOf(step.Target) is { } progress)
            {
                progress.Set(step.Target.Name, share);
                display.Progress(NameOf(step.Target), progress.Share);
            }
            else
            {
                display.Progress(step.Target.Name, share);
            }
        }
    }

    public void Ended(StepResult result)
    {
        if (result.End == StepEnd.UpToDate)
        {
            return;
        }

        lock (_gate)
        {
            if (GroupOf(result.Step.Target) is { } progress)
            {
                End(result, progress);
            }
            else
            {
                display.Finish(result.Target, Remark(result));
            }
        }
    }

    private void End(StepResult result, GroupProgress progress)
    {
        progress.End(result.Target, result.End);
        display.Progress(NameOf(result.Step.Target), progress.Share);
        if (result.End == StepEnd.Failed)
        {
            display.Say($"{result.Target}: {Remark(result)}");
        }

        if (progress.IsDone)
        {
            display.Finish(NameOf(result.Step.Target), progress.Counts);
        }
    }

    private GroupProgress? GroupOf(Target target) =>
        GroupProgress.TitleOf(target) is { } title ? _groups.GetValueOrDefault(title) : null;

    private static string NameOf(Target target) => GroupProgress.TitleOf(target) ?? target.Name;

    private static string Remark(StepResult result) =>
        $"{(result.End == StepEnd.Failed ? "FAILED" : result.End.ToString().ToLowerInvariant())}: {result.Message}";
}
