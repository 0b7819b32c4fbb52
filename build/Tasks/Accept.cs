using Cake.Frosting;
using Research.Pipeline;

namespace Research.Build.Tasks;

[TaskName("Accept")]
[TaskDescription("Runs every experiment and takes its tables as the new snapshots in results/")]
[IsDependentOn(typeof(Reproduce))]
public sealed class Accept : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        foreach (RunOutcome outcome in context.Outcomes)
        {
            Experiment experiment = outcome.Experiment;
            ResultFolder.Copy(
                ResultFolder.PathOf(context.Artifacts, context.Options.Profile, experiment),
                ResultFolder.PathOf(context.Snapshots, context.Options.Profile, experiment)
            );
            string claims = Path.Combine(context.Options.Profile.Name(), experiment.Study, "claims.csv");
            if (File.Exists(Path.Combine(context.Artifacts, claims)))
            {
                File.Copy(Path.Combine(context.Artifacts, claims), Path.Combine(context.Snapshots, claims), overwrite: true);
            }
        }

        context.Display.Finish(
            "Accept",
            $"{context.Outcomes.Count} snapshots taken; say why in changes/ if a committed table moved, then --target Readme"
        );
    }
}
