using Cake.Frosting;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Report.Readme;

namespace Research.Build.Tasks;

[TaskName("Readme")]
[TaskDescription("Writes the results section of README.md from the snapshots in results/")]
public sealed class ReadmeTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        string path = Path.Combine(context.Root, "README.md");
        File.WriteAllText(
            path,
            ResultsSection.Update(File.ReadAllText(path), Path.Combine(context.Snapshots, Profile.Paper.Name()))
        );
        context.Display.Finish("Readme", "results section written");
    }
}
