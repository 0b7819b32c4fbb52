using Cake.Frosting;
using Research.Pipeline;

namespace Research.Build.Tasks;

[TaskName("Reproduce")]
[TaskDescription("Runs every experiment and writes its tables under artifacts/ (the default)")]
[IsDependentOn(typeof(DigitsTask))]
public sealed class Reproduce : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        string folder = Path.Combine("artifacts", context.Options.Profile.Name());
        context.Display.Finish("Reproduce", $"{context.Outcomes.Count} experiments ran; read {folder}/*/*/TABLES.md");
    }
}
