using Cake.Frosting;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;

namespace Research.Build.Tasks;

[TaskName("Reproduce")]
[TaskDescription("Brings every experiment up to date and writes its tables under artifacts/ (the default)")]
[IsDependentOn(typeof(DigitsTask))]
[IsDependentOn(typeof(SyntheticTask))]
public sealed class Reproduce : AsyncFrostingTask<BuildContext>, IEngineTask
{
    public IReadOnlyList<string> Targets(Profile profile) => [ReportTarget.Id];

    public override async Task RunAsync(BuildContext context)
    {
        IReadOnlyDictionary<string, StepResult> results = await context.Engine.ResultsAsync();
        string folder = Path.Combine("artifacts", context.Options.Profile.Name());
        string report = results[ReportTarget.Id].IsWell ? $"{folder}/{ReportTarget.File}" : $"{folder}/*/*/{TablesTarget.Page}";
        context.Display.Say($"Reproduce: {RunSummary.Counts([.. results.Values])}; read {report}");
    }
}
