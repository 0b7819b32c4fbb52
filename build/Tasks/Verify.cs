using Cake.Frosting;
using Research.Build.Runs;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;

namespace Research.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Brings every experiment up to date and compares its tables with the snapshots in results/")]
[IsDependentOn(typeof(Reproduce))]
internal sealed class Verify : FrostingTask<BuildContext>, INeedsEqualBits
{
    public override void Run(BuildContext context)
    {
        if (context.Published.Count == 0)
        {
            context.Failures.Add(("Verify", "no experiment ran, so nothing was compared"));
            return;
        }

        foreach (TablesTarget tables in context.Published)
        {
            Add(context, tables.Experiment.Target, ComparedTables.Of(context, tables));
        }

        foreach (string study in context.Claims)
        {
            string made = Path.GetDirectoryName(StudyTask.ClaimsFile(context, study))!;
            string snapshot = Path.Combine(context.ComparedSnapshots, study);
            Add(context, study, SnapshotComparison.Compare(made, snapshot, ClaimsTarget.File));
        }

        string verdict = context.Drifts.Count == 0 ? "match their snapshots" : $"were compared: {context.Drifts.Count} drifts";
        context.Display.Say($"Verify: the tables of {context.Published.Count} experiments {verdict}");
    }

    private static void Add(BuildContext context, string target, IEnumerable<Drift> drifts)
    {
        foreach (Drift drift in drifts)
        {
            context.Drifts.Add((target, drift));
            context.Display.Say($"DRIFT {target}, {drift.Table}: {drift.Message}");
        }
    }
}
