using Research.Pipeline.Runs;

namespace Research.Runner.Tests;

/// <summary>The tests' own program: asked for a worker, or started by a test as a study, it is the study's program.</summary>
internal static class Program
{
    /// <summary>Set where the program is started as a study.</summary>
    public const string AsStudy = "RESEARCH_TEST_AS_STUDY";

    private static bool IsStudy(string[] arguments) =>
        Worker.IsAskedFor(arguments) || Environment.GetEnvironmentVariable(AsStudy) is { Length: > 0 };

#if MUTATION // Stryker speaks with the tests by Microsoft.Testing.Platform
    public static Task<int> Main(string[] arguments) =>
        IsStudy(arguments)
            ? Task.FromResult(ResearchProgram.Run<SumStudy>(arguments))
            : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                arguments,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            );
#else
    public static int Main(string[] arguments) =>
        IsStudy(arguments)
            ? ResearchProgram.Run<SumStudy>(arguments)
            : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments).GetAwaiter().GetResult();
#endif
}
