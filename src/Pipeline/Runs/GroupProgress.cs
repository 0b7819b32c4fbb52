using Research.Numerics;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>How far the targets are that are told together: the trials of an experiment, or the parts of a feature set.</summary>
/// <param name="count">Targets to make or restore.</param>
public sealed class GroupProgress(int count)
{
    private readonly Dictionary<string, double> _running = [];
    private readonly SortedDictionary<StepEnd, int> _ended = [];
    private bool _begun;

    /// <summary>Targets to make or restore.</summary>
    public int Count => count;

    /// <summary>Targets that have ended.</summary>
    public int Ended => _ended.Values.Sum();

    /// <summary>Done of all, 0 to 1.</summary>
    public double Share => (Ended + OrderedSum.Of([.. _running.Values])) / count;

    public bool IsDone => Ended == count;

    /// <summary>Such as "12 made, 3 restored".</summary>
    public string Counts => string.Join(", ", _ended.Select(item => $"{item.Value} {item.Key.ToString().ToLowerInvariant()}"));

    /// <summary>The targets that a plan makes or restores and that are told together, by the group's title.</summary>
    public static Dictionary<string, GroupProgress> Of(Plan plan) =>
        plan
            .Needed.Where(step => TitleOf(step.Target) is not null && step.State != StepState.UpToDate)
            .GroupBy(step => TitleOf(step.Target)!)
            .ToDictionary(group => group.Key, group => new GroupProgress(group.Count()));

    /// <summary>Title of the group that a target belongs to; null for one that is told by itself.</summary>
    public static string? TitleOf(Target target) =>
        target switch
        {
            TrialTarget trial => $"{trial.Experiment}, trials",
            FeatureShardTarget part => $"{part.Features.Target}, parts",
            _ => null,
        };

    /// <summary>True for the first that begins.</summary>
    public bool Begin() => !_begun && (_begun = true);

    /// <param name="share">Done of that target, 0 to 1.</param>
    public void Set(string target, double share) => _running[target] = share;

    public void End(string target, StepEnd end)
    {
        _running.Remove(target);
        _ended[end] = _ended.GetValueOrDefault(end) + 1;
    }
}
