using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;

namespace Research.Build.Tasks;

/// <summary>Holds an experiment's tables against its snapshot; those of a sample row by row.</summary>
internal static class ComparedTables
{
    /// <summary>What differs; of a sample, rows that do not stand in the snapshot. Says what was sampled.</summary>
    public static IReadOnlyList<Drift> Of(BuildContext context, TablesTarget tables)
    {
        string made = context.Project.Workspace.PathOf(tables);
        string snapshot = context.SnapshotOf(tables);
        if (SampleOf(context, tables) is not { } sample)
        {
            return SnapshotComparison.Compare(made, snapshot);
        }

        context.Display.Say(
            $"{tables.Experiment.Target}: a sample is compared: {sample.Says} ({string.Join(", ", sample.Tables)})"
        );
        return SnapshotComparison.CompareRows(made, snapshot, sample.Tables);
    }

    private static Sample? SampleOf(BuildContext context, TablesTarget tables) =>
        context.Options.Profile == Profile.Sample ? tables.Experiment.Sampled() : null;
}
