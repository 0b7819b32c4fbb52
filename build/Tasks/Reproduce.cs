using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Reproduce")]
[TaskDescription("Brings every experiment up to date and writes its tables under artifacts/ (the default)")]
public sealed class Reproduce : AsyncFrostingTask<BuildContext>, IEngineTask
{
    public IReadOnlyList<string> Targets(Profile profile) => [ReportTarget.Id];

    public override async Task RunAsync(BuildContext context)
    {
        IReadOnlyDictionary<string, StepResult> results = await context.Engine.ResultsAsync();
        string made = RunSummary.Counts([.. results.Values]);
        if (context.Published.Count == 0)
        {
            context.Display.Say($"Reproduce: {made}; no experiment ran, so there is no report");
            return;
        }

        if (context.Options.Profile == Profile.Sample)
        {
            context.Display.Say($"Reproduce: {made}; a sample has no report of its own");
            return;
        }

        string folder = context.ArtifactsOfProfile;
        DescriptionFiles.Write(folder, DescriptionFiles.OfProfile(context.Project));
        ReportRun.Write(context.Project, folder, context.Outdated);
        context.Display.Say(
            $"Reproduce: {made}; read {Path.GetRelativePath(context.Root, Path.Combine(folder, HtmlReport.File))}"
        );
    }
}
