using Cake.Frosting;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report;

namespace Research.Build.Tasks;

[TaskName("Reproduce")]
[TaskDescription("Brings every experiment up to date and writes its tables and the report under artifacts/ (the default)")]
internal sealed class Reproduce : AsyncFrostingTask<BuildContext>, IEngineTask
{
    public IReadOnlyList<string> Targets(Profile profile) => profile == Profile.Sample ? [] : [ReportTarget.Id];

    public bool OnlyTells => true;

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

        string report = Path.GetRelativePath(context.Root, Path.Combine(context.ArtifactsOfProfile, HtmlReport.File));
        context.Display.Say(
            $"Reproduce: {made}; {(context.Take(results[ReportTarget.Id]) ? $"read {report}" : "the report failed")}"
        );
    }
}
