using Cake.Frosting;
using Research.Experiments;
using Research.Pipeline;

namespace Research.Build.Tasks;

[TaskName("Accept")]
[TaskDescription("Runs every experiment and takes its tables as the new snapshots in results/")]
[IsDependentOn(typeof(Reproduce))]
public sealed class Accept : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (context.Outcomes.Count == 0)
        {
            context.Failures.Add(("Accept", "no experiment ran, so no snapshot was taken"));
            return;
        }

        foreach (RunOutcome outcome in context.Outcomes)
        {
            Experiment experiment = outcome.Experiment;
            ResultFolder.Copy(
                ResultFolder.PathOf(context.Artifacts, context.Options.Profile, experiment),
                ResultFolder.PathOf(context.Snapshots, context.Options.Profile, experiment)
            );
        }

        foreach (Study study in Studies.All.Where(_ => context.Options.Profile == Profile.Paper))
        {
            if (StudyTask.ClaimsOf(context, study) is { } claims)
            {
                File.WriteAllText(Path.Combine(context.Snapshots, "paper", study.Name, "claims.csv"), claims.ToCsv());
            }
        }

        context.Display.Finish(
            "Accept",
            $"{context.Outcomes.Count} snapshots taken; say why in changes/ if a committed table moved, then --target Readme"
        );
    }
}
