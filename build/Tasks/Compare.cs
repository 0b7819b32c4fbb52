using Cake.Frosting;
using Research.Build.Runs;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Compare")]
[TaskDescription(
    "Brings every experiment up to date and writes artifacts/<profile>/comparison.html: its tables beside the snapshots in results/, cell by cell"
)]
[IsDependentOn(typeof(Reproduce))]
internal sealed class Compare : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (context.Published.Count == 0)
        {
            context.Failures.Add(("Compare", "no experiment ran, so there is nothing to compare"));
            return;
        }

        ComparisonReport.Write(context.ArtifactsOfProfile, context.ComparedSnapshots, context.Pins, context.ArtifactsOfProfile);
        string page = Path.GetRelativePath(context.Root, Path.Combine(context.ArtifactsOfProfile, ComparisonReport.File));
        context.Display.Say($"Compare: read {page}");
    }
}
