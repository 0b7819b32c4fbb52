using Research.Pipeline.Runs;
using Xunit.Runner.InProc.SystemConsole;

namespace Research.Pipeline.Tests;

/// <summary>The tests' own program: asked for a worker it is one, so that tests of workers have a real process.</summary>
internal static class Program
{
    public static int Main(string[] arguments) =>
        Worker.IsAskedFor(arguments) ? Worker.Run() : ConsoleRunner.Run(arguments).GetAwaiter().GetResult();
}
