using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Puts a step's outputs where people find them, with a record of what they were made from.</summary>
internal static class Publishing
{
    /// <returns>False where an object of the store is not what it was.</returns>
    public static bool Publish(Project project, Plan plan, Step step, Manifest manifest)
    {
        if (step.Target.Folder is null)
        {
            project.Workspace.SetLast(step.Target, manifest.Fingerprint);
            return true;
        }

        IReadOnlyDictionary<string, Fingerprint> made = plan.FingerprintsUpTo(step);
        if (
            !project.Workspace.Publish(
                step.Target,
                manifest,
                () => Record(project, plan, manifest, made).ToBytes(),
                project.Store
            )
        )
        {
            return false;
        }

        foreach ((string upstream, Fingerprint fingerprint) in made)
        {
            project.Workspace.SetLast(plan[upstream].Target, fingerprint.Id); // so that why can tell, where nothing upstream was made here
        }

        return true;
    }

    // Trials are many and differ in their settings, which the experiment's own leaf has too: the first of each code stands for the others.
    private static RunRecord Record(Project project, Plan plan, Manifest manifest, IReadOnlyDictionary<string, Fingerprint> made)
    {
        var full = new Dictionary<string, Fingerprint>();
        var costs = new Dictionary<string, RunCost>();
        var trials = new Dictionary<string, string>();
        var codes = new HashSet<string>();
        foreach ((string target, Fingerprint fingerprint) in made.OrderBy(item => item.Key, TrialOrder.Instance))
        {
            bool trial = plan[target].Target is TrialTarget;
            if (trial)
            {
                trials.Add(target, fingerprint.Id);
            }

            if (!trial || codes.Add(fingerprint["code"].Digest))
            {
                full.Add(target, fingerprint);
            }

            if (project.Store.Peek(fingerprint.Id) is { } known)
            {
                costs.Add(target, RunCost.Of(known));
            }
        }

        return new RunRecord(project.Settings.Profile.Name(), manifest, full, costs) { Trials = trials };
    }
}

/// <summary>Names in ordinal order, but the trials of an experiment by their numbers.</summary>
internal sealed class TrialOrder : IComparer<string>
{
    public static TrialOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        (string name, int number) = Split(x!);
        (string otherName, int otherNumber) = Split(y!);
        int order = string.CompareOrdinal(name, otherName);
        return order != 0 ? order : number.CompareTo(otherNumber);
    }

    private static (string Name, int Number) Split(string name) =>
        name.LastIndexOf('/') is > 0 and int slash
        && int.TryParse(name.AsSpan(slash + 1), System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? (name[..slash], number)
            : (name, 0);
}
