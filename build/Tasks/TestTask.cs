using System.Globalization;
using System.Xml.Linq;
using Cake.Frosting;
using CliWrap;
using CliWrap.Buffered;
using Research.Build.Runs;
using Research.Numerics;

namespace Research.Build.Tasks;

[TaskName("Test")]
[TaskDescription("Builds everything and runs every test; the last line counts them")]
internal sealed class TestTask : AsyncFrostingTask<BuildContext>
{
    // Many tests wait for processes that they start; the tests of a second project use the cores meanwhile.
    private const int AtOnce = 2;

    // As the launchers have them: less work for code that runs once, fewer collections.
    private static readonly Dictionary<string, string?> Runtime = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCgen0size"] = "0x4000000",
    };

    public override async Task RunAsync(BuildContext context)
    {
        await BuildAsync(context);
        string reports = Path.Combine(context.Artifacts, "tests");
        Directory.CreateDirectory(reports);
        var total = new Counts(0, 0, 0);
        string[] projects =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(context.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
        int ended = 0;
        var adding = new Lock();
        await Parallel.ForEachAsync(
            projects,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = context.Cancellation },
            async (project, _) =>
            {
                Counts counts = await RunAsync(context, project, reports);
                lock (adding)
                {
                    total += counts;
                    context.Display.Progress("Test", (double)++ended / projects.Length);
                }
            }
        );

        if (total.Failed > 0 || total.Passed == 0)
        {
            context.Failures.Add(("Test", $"{total.Failed} tests failed"));
        }

        context.ClosingLine = total.ToString();
        context.Display.Finish("Test", "");
    }

    private static async Task BuildAsync(BuildContext context)
    {
        (int code, string output) = await ExecuteAsync(
            "dotnet",
            [
                "build",
                Path.Combine(context.Root, "Research.sln"),
                "-c",
                "Release",
                "-p:ForRunning=true",
                "--nologo",
                "-v",
                "quiet",
            ],
            context
        );
        if (code != 0)
        {
            context.Display.Say(output);
            throw new ResearchException("The solution does not build; what the compiler said stands above.");
        }
    }

    private static async Task<Counts> RunAsync(BuildContext context, string project, string reports)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string assembly = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", $"Research.{name}.dll");
        string report = Path.Combine(reports, name + ".xml");
        File.Delete(report);
        (int code, string output) = await ExecuteAsync(
            "dotnet",
            [assembly, "-result-xml", report, "-noLogo", "-noColor"],
            context
        );
        if (!File.Exists(report))
        {
            context.Display.Say($"{name}: did not run to its end (exit code {code}):\n{output}");
            return new Counts(0, 1, 0);
        }

        XElement[] tests = [.. XDocument.Load(report).Descendants("test")];
        Counts counts = new(Count(tests, "Pass"), Count(tests, "Fail"), Count(tests, "Skip"));
        counts = code != 0 && counts.Failed == 0 ? counts with { Failed = 1 } : counts;
        context.Display.Say($"{name}: {counts}");
        Explain(context, tests, counts.Failed > 0 ? output : "");
        return counts;
    }

    private static int Count(XElement[] tests, string result) => tests.Count(test => test.Attribute("result")?.Value == result);

    private static void Explain(BuildContext context, XElement[] tests, string output)
    {
        foreach (var reason in tests.Select(test => test.Element("reason")?.Value).OfType<string>().GroupBy(text => text))
        {
            context.Display.Say($"  {reason.Count()} skipped: {reason.Key}");
        }

        if (output.Length > 0)
        {
            context.Display.Say(output);
        }
    }

    private static async Task<(int Code, string Output)> ExecuteAsync(
        string program,
        IEnumerable<string> arguments,
        BuildContext context
    )
    {
        BufferedCommandResult result = await CliWrap
            .Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(context.Root)
            .WithEnvironmentVariables(Runtime)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(context.Cancellation);
        return (result.ExitCode, result.StandardOutput + result.StandardError);
    }

    private sealed record Counts(int Passed, int Failed, int Skipped)
    {
        public static Counts operator +(Counts a, Counts b) =>
            new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed")
            + (Skipped > 0 ? $", {Skipped} skipped" : "");
    }
}
