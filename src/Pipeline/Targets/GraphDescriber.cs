using Research.Results.Folders;

namespace Research.Pipeline.Targets;

/// <summary>The graph as readers of results are shown it: from data to experiments.</summary>
public static class GraphDescriber
{
    /// <param name="graph">Of the profile.</param>
    /// <param name="studies">In order; those without an experiment in the profile are left out.</param>
    public static GraphDescription Of(TargetGraph graph, IReadOnlyList<Study> studies, Profile profile) =>
        new()
        {
            Profile = profile.Name(),
            UsesRecordings = profile.UsesRecordings(),
            Studies = [.. studies.Where(study => study.Experiments(profile).Count > 0).Select(study => study.Name)],
            Targets = [.. graph.All.Select(Describe).OfType<GraphTarget>()],
        };

    // Null for what is not drawn.
    private static GraphTarget? Describe(Target target) =>
        target switch
        {
            DatasetTarget data => new(data.Name, data.Dataset.Id, GraphTargetKind.Dataset, data.Upstream),
            FeatureTarget features => new(features.Name, features.Features.Name, GraphTargetKind.Features, features.Upstream),
            ExperimentTarget experiment => new(experiment.Name, experiment.Name, GraphTargetKind.Experiment, experiment.Upstream),
            _ => null,
        };
}
