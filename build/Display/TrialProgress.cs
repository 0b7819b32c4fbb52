using Research.Numerics;
using Research.Pipeline.Runs;

namespace Research.Build.Display;

/// <summary>How far the trials of one experiment are.</summary>
/// <param name="count">Trials to make or restore.</param>
internal sealed class TrialProgress(int count)
{
    private readonly Dictionary<string, double> _running = [];
    private readonly SortedDictionary<StepEnd, int> _ended = [];
    private bool _begun;

    /// <summary>Done of all, 0 to 1.</summary>
    public double Share => (_ended.Values.Sum() + OrderedSum.Of([.. _running.Values])) / count;

    public bool IsDone => _ended.Values.Sum() == count;

    /// <summary>Such as "12 made, 3 restored".</summary>
    public string Counts => string.Join(", ", _ended.Select(item => $"{item.Value} {item.Key.ToString().ToLowerInvariant()}"));

    /// <summary>True for the first that begins.</summary>
    public bool Begin() => !_begun && (_begun = true);

    public void Set(string trial, double share) => _running[trial] = share;

    public void End(string trial, StepEnd end)
    {
        _running.Remove(trial);
        _ended[end] = _ended.GetValueOrDefault(end) + 1;
    }
}
