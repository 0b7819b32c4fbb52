using Research.Data;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Records;

namespace Research.Pipeline.Targets;

/// <summary>Every target of a profile, upstream before downstream.</summary>
public sealed class TargetGraph
{
    private readonly Dictionary<string, Target> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Target> _order = [];

    /// <param name="targets">In any order; a name that comes twice must mean the same settings.</param>
    /// <exception cref="ResearchException">A target lacks one upstream of it, or depends on itself.</exception>
    public TargetGraph(IEnumerable<Target> targets)
    {
        var all = new Dictionary<string, Target>(StringComparer.OrdinalIgnoreCase);
        foreach (Target target in targets)
        {
            if (!all.TryAdd(target.Name, target) && !IsSame(all[target.Name], target))
            {
                throw new ResearchException(
                    $"Two targets are named '{target.Name}' but have different settings; give one another name."
                );
            }
        }

        var above = new HashSet<string>();
        foreach (Target target in all.Values)
        {
            Visit(target, all, above);
        }
    }

    /// <summary>Upstream before downstream.</summary>
    public IReadOnlyList<Target> All => _order;

    public Target this[string name] => _targets[name];

    public Target? Find(string name) => _targets.GetValueOrDefault(name);

    /// <summary>The graph that a catalogue's experiments declare.</summary>
    /// <exception cref="ResearchException">Two trials of an experiment have one description, or a trial uses one that no experiment declares.</exception>
    public static TargetGraph Of(ICatalogue catalogue, Profile profile)
    {
        (Study Study, (Experiment Experiment, IReadOnlyList<Trial> Trials)[] Experiments)[] studies =
        [
            .. catalogue.Studies.Select(study => (study, study.Experiments(profile).Select(own => (own, own.Trials)).ToArray())),
        ];
        var targets = new List<Target>();
        targets.AddRange(TrialTargets.Of(studies.SelectMany(item => item.Experiments)));
        foreach ((Study study, (Experiment Experiment, IReadOnlyList<Trial> Trials)[] experiments) in studies)
        {
            foreach ((Experiment experiment, IReadOnlyList<Trial> trials) in experiments)
            {
                targets.AddRange(Inputs(experiment.Data, experiment.Features));
                targets.Add(new TablesTarget(study, experiment, trials, profile));
            }

            if (profile.AnswersClaims() && study.Claims.All.Count > 0)
            {
                targets.Add(new ClaimsTarget(study, [.. experiments.Select(own => own.Experiment)], profile));
            }
        }

        var graph = new TargetGraph([.. targets, .. (catalogue as IMoreTargets)?.Others(profile) ?? []]);
        if (catalogue is IReported reported && profile != Profile.Sample) // a sample is a part of what profile paper reports
        {
            graph.Add(new ReportTarget(reported, graph, catalogue.Studies, profile));
        }

        return graph;
    }

    private void Add(Target last)
    {
        _targets.Add(last.Name, last);
        _order.Add(last);
    }

    internal static IEnumerable<Target> Inputs(IReadOnlyList<DatasetRef> data, IReadOnlyList<FeatureSet> features) =>
        [
            .. data.Concat(features.SelectMany(set => (DatasetRef[])[set.Data, .. set.Assets]))
                .Select(dataset => new DatasetTarget(dataset)),
            .. features.SelectMany(FeatureTargets.Of),
        ];

    /// <summary>The targets that a name on a command line means: a target, an experiment with its tables, a study, or "all".</summary>
    /// <exception cref="UsageException">There is nothing of that name.</exception>
    public IReadOnlyList<Target> Resolve(string asked)
    {
        if (string.Equals(asked, "all", StringComparison.OrdinalIgnoreCase))
        {
            HashSet<string> read = [.. _order.SelectMany(target => target.Upstream)];
            return [.. _order.Where(target => !target.OnlyByName && (target.Folder is not null || !read.Contains(target.Name)))];
        }

        if (Find(asked) is { } target)
        {
            return [target];
        }

        Target[] study =
        [
            .. _order.Where(candidate =>
                candidate.Kind == TargetKind.Tables
                && (
                    candidate.Name.StartsWith(asked + ".", StringComparison.OrdinalIgnoreCase)
                    || candidate.Name.StartsWith(asked + ":", StringComparison.OrdinalIgnoreCase)
                )
            ),
        ];
        return study.Length > 0
            ? study
            : throw new UsageException(
                $"There is no target '{asked}'.{Suggestions.For(asked, ["all", .. Studies(), .. _targets.Keys])} "
                    + $"Studies: {string.Join(", ", Studies())}. All targets: research plan all"
            );
    }

    private IEnumerable<string> Studies() =>
        _order.OfType<TablesTarget>().Select(tables => tables.Experiment.Study).Distinct().Order(StringComparer.Ordinal);

    private void Visit(Target target, Dictionary<string, Target> all, HashSet<string> above)
    {
        if (_targets.ContainsKey(target.Name))
        {
            return;
        }

        if (!above.Add(target.Name))
        {
            throw new ResearchException($"The target '{target.Name}' depends on itself, through {string.Join(", ", above)}.");
        }

        foreach (string name in target.Upstream)
        {
            Target upstream = all.TryGetValue(name, out Target? found)
                ? found
                : throw new ResearchException($"The target '{target.Name}' needs '{name}', which no experiment declares.");
            Visit(upstream, all, above);
        }

        above.Remove(target.Name);
        _targets.Add(target.Name, target);
        _order.Add(target);
    }

    // Equal records are the same without a closer look; thousands of trials read the same features.
    private static bool IsSame(Target one, Target other) =>
        (one.GetType() == other.GetType() && one.Settings is { } settings && settings.Equals(other.Settings))
        || SettingsOf(one) == SettingsOf(other);

    private static string SettingsOf(Target target)
    {
        var reader = new SettingsReader();
        if (target.Settings is { } settings)
        {
            reader.Read(settings);
        }

        // The values, and the code that comes with them: two generators may have one name.
        IEnumerable<string> code = reader.Delegates.Select(method => $"{method.Module.Name} {method.MetadataToken:x8}");
        return $"{target.Kind} {target.Settings?.GetType()} {string.Join(", ", target.Upstream)} {string.Join(", ", code)} {new Leaf("settings", reader.Values).Digest}";
    }
}
