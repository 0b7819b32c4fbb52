using Research.Pipeline;

namespace Research.Cli.Tests.Projects;

/// <summary>A run on a cluster's stand-in as people start it, and what they can ask about it.</summary>
public sealed class ClusterCommandsTests : IDisposable
{
    private const string Target = "Digits.Mlp";

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public ClusterCommandsTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell's");
        Directory.CreateDirectory(Root);
        File.Copy(Path.Combine(Checkout.Here(), "datasets.lock"), Path.Combine(Root, "datasets.lock"));
        File.WriteAllText(
            Path.Combine(Root, "executor.json"),
            """
            {
              "executor": "command",
              "submit": "cd $STANDIN; id=job$(date +%s%N); ({command} > $id.out 2>&1; touch $id.done) > /dev/null 2>&1 < /dev/null & echo $id",
              "poll": "cd $STANDIN; for id in {ids}; do if [ -e $id.done ]; then echo $id completed; else echo $id running; fi; done",
              "cancel": "true",
              "jobs": 1,
              "pollSeconds": 0.2,
              "gatherSeconds": 0.1
            }
            """
        );
    }

    private string Root => Path.Combine(_folder, "checkout");

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_run_goes_to_the_cluster_that_executor_json_names_and_its_logs_stay()
    {
        (int code, string output, string errors) = Run("run", $"{Target}/1");
        Assert.True(code == 0, output + errors);
        Assert.Contains("made", output, StringComparison.Ordinal);
        Assert.Contains(
            $"{Target}/1: begins on {Environment.MachineName}",
            Run("log", $"{Target}/1").Output,
            StringComparison.Ordinal
        );
        Assert.Equal("0 jobs with a cluster, 0 targets left in them\n", Run("status").Output);
        (code, _, errors) = Run("log", $"{Target}/2");
        Assert.Equal(1, code);
        Assert.Contains($"has told anything of {Target}/2", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_executor_that_lacks_its_commands_is_a_usage_error()
    {
        File.Delete(Path.Combine(Root, "executor.json"));
        (int code, _, string errors) = Run("run", $"{Target}/1", "--executor", "command");
        Assert.Equal(2, code);
        Assert.Contains("--submit, --poll and --cancel", errors, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments) =>
        Tool.Run(
            new Dictionary<string, string> { ["RESEARCH_CACHE"] = Path.Combine(_folder, "cache"), ["STANDIN"] = _folder },
            [.. arguments, "--root", Root]
        );
}
