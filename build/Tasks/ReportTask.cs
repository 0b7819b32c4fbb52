using Cake.Frosting;
using Research.Build.Reports;
using Research.Pipeline;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Report")]
[TaskDescription(
    "Brings every experiment up to date and writes results/<profile>/report.html and REPORT.md; with --exclusive of the committed tables, without a run"
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

        // Alone it runs nothing: it reports what is committed.
        bool committed = context.Options.Exclusive;
        if (context.Published.Count == 0 && !committed)
        {
            context.Failures.Add(("Report", "no experiment ran, so there is nothing to report"));
            return;
        }

        string folder = Path.Combine(context.Snapshots, context.Options.Profile.Name());
        bool written = ReportFiles.Write(context.Project, context.Snapshots, folder, committed ? null : context.IsCurrent);
        string path = Path.GetRelativePath(context.Root, Path.Combine(folder, HtmlReport.File));
        context.Display.Say($"Report: {path} {(written ? "written" : "is up to date")}");
    }
}
