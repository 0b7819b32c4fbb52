using System.Collections.Concurrent;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Planning;

/// <summary>What a run will do, target by target, upstream before downstream.</summary>
public sealed class Plan(IReadOnlyList<Step> steps)
{
    private readonly Dictionary<string, Step> _byName = steps.ToDictionary(
        step => step.Target.Name,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Digests of folders of the user's, each computed once a plan.</summary>
    internal ConcurrentDictionary<string, Lazy<string>> FolderDigests { get; } = new(StringComparer.Ordinal);

    /// <summary>Every target of the graph.</summary>
    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The targets that the run is about.</summary>
    public IEnumerable<Step> Needed => steps.Where(step => step.State != StepState.Unneeded);

    public Step this[string target] => _byName[target];

    public int Count(StepState state) => steps.Count(step => step.State == state);

    /// <summary>Fingerprints of a step's target and of everything upstream that it is made of.</summary>
    public IReadOnlyDictionary<string, Fingerprint> FingerprintsUpTo(Step step)
    {
        var found = new SortedDictionary<string, Fingerprint>(StringComparer.Ordinal);
        Collect(step, found);
        return found;
    }

    private void Collect(Step step, SortedDictionary<string, Fingerprint> found)
    {
        if (step.Fingerprint is { } fingerprint && found.TryAdd(step.Target.Name, fingerprint))
        {
            foreach (string upstream in step.Upstream)
            {
                Collect(this[upstream], found);
            }
        }
    }
}
