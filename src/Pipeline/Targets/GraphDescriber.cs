using Research.Results.Folders;

namespace Research.Pipeline.Targets;

/// <summary>The graph as readers of results are shown it: from data to experiments.</summary>
internal static class GraphDescriber
{
    /// <param name="graph">Of the profile.</param>
    /// <param name="studies">In order; those without an experiment in the profile are left out.</param>
    public static GraphDescription Of(TargetGraph graph, IReadOnlyList<Study> studies, Profile profile) =>
        new()
        {
            Profile = profile.Name(),
            UsesRecordings = profile.UsesRecordings(),
            Studies = [.. studies.Where(study => study.Experiments(profile).Count > 0).Select(study => study.Name)],
            Targets = [.. graph.All.Select(target => Describe(target, graph)).OfType<GraphTarget>()],
        };

    // Null for what is not drawn.
    private static GraphTarget? Describe(Target target, TargetGraph graph) =>
        target switch
        {
            DatasetTarget data => new(data.Name, data.Dataset.Id, GraphTargetKind.Dataset, data.Upstream),
            FeatureTarget features => new(features.Name, features.Features.Name, GraphTargetKind.Features, features.Upstream),
            JoinedFeaturesTarget joined => new(
                joined.Name,
                joined.Features.Name,
                GraphTargetKind.Features,
                graph[joined.Upstream[0]].Upstream
            ),
            TablesTarget tables => new(tables.Name, tables.Name, GraphTargetKind.Experiment, InputsOf(tables, graph)),
            _ => null,
        };

    // Its trials' inputs as its own: thousands of trials are not drawn.
    private static string[] InputsOf(TablesTarget tables, TargetGraph graph) =>
        [
            .. tables
                .Upstream.SelectMany(name => graph[name] is TrialTarget trial ? trial.Upstream : [name])
                .Where(name => graph[name] is not TrialTarget)
                .Distinct(),
        ];
}
