using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;

namespace Research.Build.Tasks;

[TaskName("Describe")]
[TaskDescription("Writes graph.json, study.json and experiment.json beside the tables in results/<profile>, without a run")]
internal sealed class DescribeTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (context.Options.Profile == Profile.Sample)
        {
            context.Failures.Add(("Describe", "a sample is a part of profile paper; run it with --profile paper"));
            return;
        }

        string folder = context.SnapshotsOfProfile;
        int written =
            DescriptionFiles.Write(folder, DescriptionFiles.OfProfile(context.Project))
            + DescriptionFiles.Write(folder, DescriptionFiles.OfExperiments(context.Project));
        context.Display.Say($"Describe: {written} files written in {Path.GetRelativePath(context.Root, folder)}");
    }
}
