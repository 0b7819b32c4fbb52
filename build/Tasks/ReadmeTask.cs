using Cake.Frosting;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Report.Readme;

namespace Research.Build.Tasks;

[TaskName("Readme")]
[TaskDescription("Writes the results section of README.md, and its picture, from the snapshots in results/")]
internal sealed class ReadmeTask : AsyncFrostingTask<BuildContext>, IEngineTask, INeedsEqualBits
{
    public IReadOnlyList<string> Targets(Profile profile) => [ReadmeTarget.Id];

    public bool OnlyTells => false;

    public override async Task RunAsync(BuildContext context)
    {
        StepResult result = (await context.Engine.ResultsAsync())[ReadmeTarget.Id];
        if (context.Take(result))
        {
            string section = Path.Combine(context.Project.Workspace.PathOf(result.Step.Target), ReadmeTarget.File);
            string path = Path.Combine(context.Root, "README.md");
            bool written = PublishedFile.Write(path, ResultsSection.Update(Read(path), Read(section)));
            string results = Path.Combine(context.Root, "results", Profile.Paper.Name());
            written |= PublishedFile.Write(Path.Combine(results, FiguresPicture.File), FiguresPicture.Of(results));
            context.Display.Finish("Readme", $"results section and picture {(written ? "written" : "are up to date")}");
        }
    }

    private static string Read(string path) => File.ReadAllText(path);
}
