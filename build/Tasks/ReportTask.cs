using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Report")]
[TaskDescription(
    "Brings every experiment up to date and writes results/<profile>/report.html and REPORT.md from the tables committed there; with --exclusive without a run"
)]
[IsDependentOn(typeof(Reproduce))]
internal sealed class ReportTask : AsyncFrostingTask<BuildContext>, IEngineTask, INeedsEqualBits
{
    // What is committed is the same on every machine, times included; artifacts/ has the report of this one.
    public IReadOnlyList<string> Targets(Profile profile) => profile == Profile.Sample ? [] : [SnapshotReportTarget.Id];

    public bool OnlyTells => false;

    public override async Task RunAsync(BuildContext context)
    {
        if (context.Options.Profile == Profile.Sample)
        {
            context.Failures.Add(("Report", "a sample is a part of profile paper; run it with --profile paper"));
            return;
        }

        if (context.Published.Count == 0 && !context.Options.Exclusive)
        {
            context.Failures.Add(("Report", "no experiment ran, so there is nothing to report"));
            return;
        }

        StepResult result = (await context.Engine.ResultsAsync())[SnapshotReportTarget.Id];
        if (context.Take(result))
        {
            bool written = Publish(context.Project.Workspace.PathOf(result.Step.Target), context.SnapshotsOfProfile);
            string path = Path.GetRelativePath(context.Root, Path.Combine(context.SnapshotsOfProfile, HtmlReport.File));
            context.Display.Say($"Report: {path} {(written ? "written" : "is up to date")}");
        }
    }

    private static bool Publish(string made, string snapshots) =>
        new[] { HtmlReport.File, MarkdownReport.File }
            .Select(file => PublishedFile.Write(Path.Combine(snapshots, file), File.ReadAllText(Path.Combine(made, file))))
            .ToArray()
            .Contains(true);
}
