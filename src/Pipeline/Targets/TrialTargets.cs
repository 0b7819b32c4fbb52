using Research.Numerics;

namespace Research.Pipeline.Targets;

/// <summary>The trials of all experiments as targets, with what they read.</summary>
internal static class TrialTargets
{
    /// <exception cref="ResearchException">Two trials of an experiment have one description, or a trial uses one that no experiment declares.</exception>
    public static IReadOnlyList<Target> Of(IEnumerable<(Experiment Experiment, IReadOnlyList<Trial> Trials)> experiments)
    {
        var names = new Dictionary<(Type, string), string>();
        var own = new List<(string Name, Trial Trial)>();
        foreach ((Experiment experiment, IReadOnlyList<Trial> trials) in experiments)
        {
            Number(experiment, trials, own, names);
        }

        var targets = new List<Target>();
        var read = new HashSet<object>(); // thousands of trials read the same; what is equal by value is one target
        foreach ((string name, Trial trial) in own)
        {
            targets.AddRange(TargetGraph.Inputs([.. trial.Data.Where(read.Add)], [.. trial.Features.Where(read.Add)]));
            targets.Add(new TrialTarget(trial, name, [.. trial.Uses.Select(used => NameOf(name, used, names))]));
        }

        return targets;
    }

    private static void Number(
        Experiment experiment,
        IReadOnlyList<Trial> trials,
        List<(string Name, Trial Trial)> own,
        Dictionary<(Type, string), string> names
    )
    {
        var descriptions = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < trials.Count; i++)
        {
            string description = trials[i].Description;
            if (!descriptions.Add(description))
            {
                throw new ResearchException(
                    $"Two trials of {experiment.Target} are both called '{description}'; what tells them apart must stand in Description."
                );
            }

            string name = TrialTarget.NameOf(experiment.Target, i);
            own.Add((name, trials[i]));
            names.TryAdd((trials[i].GetType(), $"{experiment.Target}/{description}"), name);
            names.TryAdd((trials[i].GetType(), description), name);
        }
    }

    // One of the same experiment first, then of any.
    private static string NameOf(string user, Trial used, Dictionary<(Type, string), string> names)
    {
        string experiment = user[..user.LastIndexOf('/')];
        return names.GetValueOrDefault((used.GetType(), $"{experiment}/{used.Description}"))
            ?? names.GetValueOrDefault((used.GetType(), used.Description))
            ?? throw new ResearchException(
                $"The trial {user} uses '{used.Description}', which no experiment of this profile declares; add it to the Trials of one."
            );
    }
}
