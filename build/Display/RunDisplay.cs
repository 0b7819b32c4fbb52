using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Build.Display;

/// <summary>Shows how a run goes: a target on a line of its own, the trials of an experiment together on one.</summary>
/// <param name="display">Where.</param>
/// <param name="plan">Tells how many trials there are to make.</param>
internal sealed class RunDisplay(IDisplay display, Plan plan) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TrialProgress> _trials = TrialProgress.Of(plan);

    public void Started(Step step)
    {
        if (step.State != StepState.Run)
        {
            return;
        }

        lock (_gate)
        {
            if (step.Target is not TrialTarget trial || _trials[trial.Experiment].Begin())
            {
                display.Start(NameOf(step.Target));
            }

            if (step is { WasDamaged: true, Target: TrialTarget })
            {
                display.Say($"{step.Target.Name}: {step.Reason}"); // the others of its experiment need not be
            }
        }
    }

    public void Progress(Step step, double share)
    {
        lock (_gate)
        {
            if (step.Target is TrialTarget trial && _trials.TryGetValue(trial.Experiment, out TrialProgress? progress))
            {
                progress.Set(trial.Name, share);
                display.Progress(NameOf(trial), progress.Share);
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
            if (result.Step.Target is TrialTarget trial && _trials.TryGetValue(trial.Experiment, out TrialProgress? progress))
            {
                End(trial, result, progress);
            }
            else
            {
                display.Finish(result.Target, Remark(result));
            }
        }
    }

    private void End(TrialTarget trial, StepResult result, TrialProgress progress)
    {
        progress.End(trial.Name, result.End);
        display.Progress(NameOf(trial), progress.Share);
        if (result.End == StepEnd.Failed)
        {
            display.Say($"{trial.Name}: {Remark(result)}");
        }

        if (progress.IsDone)
        {
            display.Finish(NameOf(trial), progress.Counts);
        }
    }

    private static string NameOf(Target target) => target is TrialTarget trial ? $"{trial.Experiment}, trials" : target.Name;

    private static string Remark(StepResult result) =>
        $"{(result.End == StepEnd.Failed ? "FAILED" : result.End.ToString().ToLowerInvariant())}: {result.Message}";
}
