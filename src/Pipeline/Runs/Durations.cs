using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Seconds that targets are expected to take: what they took last time, or what others of their kind took.</summary>
internal sealed class Durations(Project project)
{
    private readonly Dictionary<string, (double Sum, int Count)> _kinds = [];
    private readonly Dictionary<string, double?> _known = [];

    /// <summary>Null where neither the target nor one of its kind was ever made here.</summary>
    public double? Of(Target target)
    {
        if (!_known.TryGetValue(target.Name, out double? seconds))
        {
            seconds = project.SecondsOf(target);
            _known.Add(target.Name, seconds);
        }

        return seconds ?? (_kinds.TryGetValue(KindOf(target), out (double Sum, int Count) kind) ? kind.Sum / kind.Count : null);
    }

    /// <summary>Learns from a step that was made.</summary>
    public void Add(StepResult result)
    {
        if (result.End == StepEnd.Made)
        {
            string kind = KindOf(result.Step.Target);
            (double sum, int count) = _kinds.GetValueOrDefault(kind);
            _kinds[kind] = (sum + result.Seconds, count + 1);
        }
    }

    private static string KindOf(Target target) =>
        target is TrialTarget trial ? $"{trial.Experiment} {trial.Trial.GetType().Name}" : target.Kind.ToString();
}
