using Research.Pipeline.Executors.Nodes;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests;

/// <summary>The tests' own program: asked for a worker it is one, so that tests of workers have a real process.</summary>
internal static class Program
{
#if MUTATION // Stryker speaks with the tests by Microsoft.Testing.Platform
    public static Task<int> Main(string[] arguments) =>
        Worker.IsAskedFor(arguments) ? Task.FromResult(Worker.Run(device => device))
        : NodeWorker.IsAskedFor(arguments) ? Task.FromResult(NodeWorker.Run(arguments))
        : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
            arguments,
            SelfRegisteredExtensions.AddSelfRegisteredExtensions
        );
#else
    public static int Main(string[] arguments) =>
        Worker.IsAskedFor(arguments) ? Worker.Run(device => device)
        : NodeWorker.IsAskedFor(arguments) ? NodeWorker.Run(arguments)
        : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments).GetAwaiter().GetResult();
#endif
}
