using System.Globalization;
using Research.Data;
using Research.Pipeline.Planning;
using Research.Pipeline.Targets;

namespace Research.Cli.Projects;

/// <summary>Which stored targets a command line wants to have recomputed.</summary>
/// <param name="Count">How many are drawn; null for all that are named.</param>
/// <param name="Targets">Names; none for all of the profile.</param>
internal sealed record ChallengeWish(int? Count, IReadOnlyList<string> Targets)
{
    /// <summary>What there is none of, for a sentence.</summary>
    public string Nothing => Targets.Count == 0 ? "no target" : $"nothing of {string.Join(", ", Targets)}";

    /// <param name="words">A number, names, or a number before names; one that is drawn where there are none.</param>
    /// <exception cref="UsageException">The number is below 1.</exception>
    public static ChallengeWish Of(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return new(1, []);
        }

        bool counts = int.TryParse(words[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count);
        return counts && count < 1
            ? throw new UsageException($"challenge {count}: at least 1 is needed.")
            : new(counts ? count : null, [.. words.Skip(counts ? 1 : 0)]);
    }

    /// <summary>The targets that are named; an experiment is its tables and its trials.</summary>
    /// <exception cref="UsageException">There is nothing of a name.</exception>
    public IReadOnlyCollection<Target> TargetsIn(TargetGraph graph)
    {
        Target[] named = [.. Targets.SelectMany(graph.Resolve)];
        HashSet<string> experiments = [.. named.OfType<TablesTarget>().Select(tables => tables.Name)];
        IEnumerable<Target> trials = graph.All.OfType<TrialTarget>().Where(trial => experiments.Contains(trial.Experiment));
        return [.. named.Concat(trials).Distinct()];
    }

    /// <summary>Of the stored targets, those that are meant.</summary>
    public IReadOnlyList<Step> Among(IReadOnlyList<Step> stored, TargetGraph graph)
    {
        if (Targets.Count == 0)
        {
            return stored;
        }

        HashSet<string> meant = [.. TargetsIn(graph).Select(target => target.Name)];
        return [.. stored.Where(step => meant.Contains(step.Target.Name))];
    }
}
