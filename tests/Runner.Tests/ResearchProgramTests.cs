using System.Diagnostics;

namespace Research.Runner.Tests;

/// <summary>The program of a study, started as a person would start it, in an empty folder.</summary>
public sealed class ResearchProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Snapshot => Path.Combine(_folder, "results", "quick", "Tests", "Sums", "sums.csv");

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal); // stored results are read-only
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_run_makes_tables_and_a_report_and_a_second_run_nothing()
    {
        (int code, string output, string errors) = Run();
        Assert.True(code == 0, output + errors);
        Assert.Equal(
            "what,value\nall,6.0\n",
            File.ReadAllText(Path.Combine(_folder, "artifacts", "quick", "Tests", "Sums", "sums.csv"))
        );
        Assert.Contains("no snapshots yet: --target Accept takes them", output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Read {Path.Combine("artifacts", "quick", "report.html")}\n",
            output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "What do they add up to?",
            File.ReadAllText(Path.Combine(_folder, "artifacts", "quick", "report.html")),
            StringComparison.Ordinal
        );
        Assert.Contains("2 up to date", Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_compared_with_their_snapshots_cell_by_cell()
    {
        Assert.Contains("snapshot taken", Run("--target", "Accept").Output, StringComparison.Ordinal);
        Assert.Equal("what,value\nall,6.0\n", File.ReadAllText(Snapshot));
        Assert.Contains("they match their snapshot", Run().Output, StringComparison.Ordinal);
        File.WriteAllText(Snapshot, "what,value\nall,7.0\n");
        (int code, string output, _) = Run();
        Assert.Equal(3, code);
        Assert.Contains("DRIFT Tests.Sums, sums: row 1 (all), value: 7.0 → 6.0", output, StringComparison.Ordinal);
        Assert.Equal(0, Run("--target", "Accept").Code);
        Assert.Equal(0, Run().Code);
    }

    [Fact]
    public void A_dry_run_makes_nothing()
    {
        (int code, string output, _) = Run("--dryrun");
        Assert.Equal(0, code);
        Assert.Contains("4 to make, 0 to restore, 0 up to date", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "artifacts")));
    }

    [Theory]
    [InlineData("There is no target 'Summs'. Did you mean", "--target", "Summs")]
    [InlineData("--jobs 0: at least 1 is needed.", "--jobs", "0")]
    [InlineData("See: --help", "--nothing")]
    [InlineData("See: --help", "--profile", "thesis")]
    public void A_wrong_command_line_is_a_sentence_and_exit_code_2(string said, params string[] arguments)
    {
        (int code, _, string errors) = Run(arguments);
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SumStudy).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Program.AsStudy] = "1";
        start.Environment["RESEARCH_CACHE"] = Path.Combine(_folder, "cache");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
