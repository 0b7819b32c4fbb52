using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Report")]
[TaskDescription(
    "Brings every experiment up to date and writes results/<profile>/report.html and REPORT.md from the tables committed there; with --exclusive without a run"
)]
[IsDependentOn(typeof(Reproduce))]
public sealed class ReportTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
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

        // What is committed is the same on every machine, times included; artifacts/ has the report of this one.
        string folder = context.SnapshotsOfProfile;
        bool written = ReportRun.Write(context.Project, folder, leftOut: []);
        string path = Path.GetRelativePath(context.Root, Path.Combine(folder, HtmlReport.File));
        context.Display.Say($"Report: {path} {(written ? "written" : "is up to date")}");
    }
}
