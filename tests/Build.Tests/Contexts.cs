using Cake.Frosting;
using Research.Build.Display;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;

namespace Research.Build.Tests;

/// <summary>What tasks share, of a run that nobody watches.</summary>
internal static class Contexts
{
    public static BuildContext Of(Project project, string target)
    {
        BuildOptions options = new()
        {
            Target = target,
            Profile = project.Settings.Profile,
            Jobs = 1,
            Paranoid = false,
            Exclusive = false,
        };
        RunSettings bounds = new()
        {
            Jobs = 1,
            MemoryBytes = 1 << 30,
            CheckpointInterval = TimeSpan.FromSeconds(1),
        };
        var display = new PlainDisplay(TextWriter.Null);
        var engine = new EngineRun(project, [], bounds, display, CancellationToken.None);
        var cake = new CakeHost(Program.Tasks()).CreateContext();
        return new BuildContext(cake, options, display, project, engine, CancellationToken.None);
    }
}
