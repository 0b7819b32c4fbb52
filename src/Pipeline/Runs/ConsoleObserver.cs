using System.Diagnostics;
using System.Globalization;
using Research.Numerics;
using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>Lines about a run: a start, every quarter with the time left, an end. The trials of an experiment are told together, and the parts of a feature set.</summary>
/// <param name="output">Where.</param>
/// <param name="plan">Tells how many of them there are.</param>
public sealed class ConsoleObserver(TextWriter output, Plan plan) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GroupProgress> _groups = GroupProgress.Of(plan);
    private readonly Dictionary<string, (Stopwatch Clock, int Quarter)> _running = [];

    public void Started(Step step)
    {
        lock (_gate)
        {
            if (GroupOf(step) is not { } group)
            {
                Start(step.Target.Name, step.State == StepState.Run ? step.Reason : null);
            }
            else if (group.Begin())
            {
                Start(NameOf(step), $"{group.Count} to do; {step.Target.Name}: {step.Reason}");
            }
            else if (step.WasDamaged)
            {
                Say(step.Target.Name, step.Reason); // the others of its group need not be
            }
        }
    }

    public void Progress(Step step, double share)
    {
        lock (_gate)
        {
            GroupOf(step)?.Set(step.Target.Name, share);
            Tell(step, GroupOf(step)?.Share ?? share);
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
            if (GroupOf(result.Step) is not { } group)
            {
                Say(result.Target, End(result));
                return;
            }

            group.End(result.Target, result.End);
            if (result.End == StepEnd.Failed)
            {
                Say(result.Target, End(result));
            }

            Tell(result.Step, group.Share);
            if (group.IsDone)
            {
                Say(NameOf(result.Step), group.Counts);
            }
        }
    }

    private void Start(string name, string? reason)
    {
        _running[name] = (Stopwatch.StartNew(), 0);
        if (reason is not null)
        {
            Say(name, reason);
        }
    }

    private void Tell(Step step, double share)
    {
        string name = NameOf(step);
        int reached = (int)(4 * share);
        if (_running.TryGetValue(name, out (Stopwatch Clock, int Quarter) run) && reached > run.Quarter && reached < 4)
        {
            _running[name] = (run.Clock, reached);
            double left = run.Clock.Elapsed.TotalSeconds * (1 - share) / share;
            string done = GroupOf(step) is { } group ? $"{group.Ended} of {group.Count} done, " : "";
            Say(name, string.Create(CultureInfo.InvariantCulture, $"{25 * reached} %, {done}about {left:F0} s left"));
        }
    }

    private void Say(string name, string line) => output.WriteLine(Printable.Lines($"{name}: {line}"));

    private GroupProgress? GroupOf(Step step) =>
        GroupProgress.TitleOf(step.Target) is { } title ? _groups.GetValueOrDefault(title) : null;

    private static string NameOf(Step step) => GroupProgress.TitleOf(step.Target) ?? step.Target.Name;

    private static string End(StepResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(result.End == StepEnd.Failed ? "FAILED" : result.End.ToString().ToLowerInvariant())} ({result.Seconds:F1} s)"
        );
}
