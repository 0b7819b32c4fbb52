using Cake.Frosting;
using Research.Experiments;
using Research.Pipeline;
using Research.Results.Snapshots;

namespace Research.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Runs every experiment and compares its tables with the snapshots in results/")]
[IsDependentOn(typeof(Reproduce))]
public sealed class Verify : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (context.Outcomes.Count == 0)
        {
            context.Failures.Add(("Verify", "no experiment ran, so nothing was compared"));
            return;
        }

        foreach (RunOutcome outcome in context.Outcomes)
        {
            string folder = ResultFolder.PathOf(context.Snapshots, context.Options.Profile, outcome.Experiment);
            Add(context, outcome.Experiment.Target, SnapshotComparison.Compare(outcome.Tables, folder));
        }

        foreach (Study study in Studies.All.Where(_ => context.Options.Profile == Profile.Paper))
        {
            if (StudyTask.ClaimsOf(context, study) is { } claims)
            {
                Add(
                    context,
                    study.Name,
                    SnapshotComparison.Compare([claims], Path.Combine(context.Snapshots, "paper", study.Name))
                );
            }
        }

        string verdict = context.Drifts.Count == 0 ? "match their snapshots" : $"were compared: {context.Drifts.Count} drifts";
        context.Display.Finish(
            "Verify",
            $"{context.Outcomes.Sum(outcome => outcome.Tables.Count)} tables of {context.Outcomes.Count} experiments {verdict}"
        );
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
