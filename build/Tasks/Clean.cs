using Cake.Frosting;
using Research.Build.Runs;

namespace Research.Build.Tasks;

[TaskName("Clean")]
[TaskDescription("Removes artifacts/; the snapshots and the verified data stay")]
internal sealed class Clean : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (Directory.Exists(context.Artifacts))
        {
            Directory.Delete(context.Artifacts, recursive: true);
        }

        context.Display.Say("Clean: artifacts/ is gone");
    }
}
