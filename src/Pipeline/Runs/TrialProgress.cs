using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>How far the trials of one experiment are.</summary>
/// <param name="count">Trials to make or restore.</param>
public sealed class TrialProgress(int count)
{
    private readonly Dictionary<string, double> _running = [];
    private readonly SortedDictionary<StepEnd, int> _ended = [];
    private bool _begun;

    /// <summary>Trials to make or restore.</summary>
    public int Count => count;

    /// <summary>Trials that have ended.</summary>
    public int Ended => _ended.Values.Sum();

    /// <summary>Done of all, 0 to 1.</summary>
    public double Share => (Ended + OrderedSum.Of([.. _running.Values])) / count;

    public bool IsDone => Ended == count;

    /// <summary>Such as "12 made, 3 restored".</summary>
    public string Counts => string.Join(", ", _ended.Select(item => $"{item.Value} {item.Key.ToString().ToLowerInvariant()}"));

    /// <summary>The trials that a plan makes or restores, by experiment.</summary>
    public static Dictionary<string, TrialProgress> Of(Plan plan) =>
        plan
            .Needed.Where(step => step.Target is TrialTarget && step.State != StepState.UpToDate)
            .GroupBy(step => ((TrialTarget)step.Target).Experiment)
            .ToDictionary(group => group.Key, group => new TrialProgress(group.Count()));

    /// <summary>True for the first that begins.</summary>
    public bool Begin() => !_begun && (_begun = true);

    /// <param name="share">Done of that trial, 0 to 1.</param>
    public void Set(string trial, double share) => _running[trial] = share;

    public void End(string trial, StepEnd end)
    {
        _running.Remove(trial);
        _ended[end] = _ended.GetValueOrDefault(end) + 1;
    }
}
