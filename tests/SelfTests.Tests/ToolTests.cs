using System.Diagnostics;
using System.Text.Json;

namespace Research.SelfTests.Tests;

/// <summary>The commands of the tool on the small workspace, each in a process of its own.</summary>
public sealed class ToolTests : IDisposable
{
    private static readonly Tool Tool = new(["dotnet", Path.Combine(AppContext.BaseDirectory, "research.dll")]);

    private readonly SmallWorkspace _workspace = SmallWorkspace.Create();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Why_names_the_method_the_setting_the_file_and_the_package_with_old_and_new_value()
    {
        Assert.Contains("was never made here", Why(), StringComparison.Ordinal);
        Run();
        Assert.Contains("Small.Alpha is up to date.", Why(), StringComparison.Ordinal);
        _workspace.Edit("Helpers.cs", "start + 100", "start + 101");
        _workspace.Edit("Catalogue.cs", "size = 3", "size = 4");
        _workspace.Edit("Library.cs", "1.0.0.0", "1.1.0.0");
        _workspace.Write("data/a.txt", "4\n");
        string why = Why();
        Assert.Matches(@"code: Helpers\.Third\(int\).*: 100 -> 101", why);
        Assert.Contains("settings: size: 3 -> 4", why, StringComparison.Ordinal);
        Assert.Matches(@"packages: Packaged: 1\.0\.0\.0 [0-9a-f]{16} -> 1\.1\.0\.0 [0-9a-f]{16}", why);
        Assert.Contains(
            "data:numbers has changed:\n  data: data/a.txt, row 4 (line 1) is new: 4\n  data: data/a.txt, row 1 (line 1) is gone, was 1\n",
            why,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Second", why, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Tool.Run(_workspace, "why", "Small.Alpha", "--json").Output);
        Assert.Contains(
            json.RootElement.EnumerateArray().SelectMany(item => item.GetProperty("changes").EnumerateArray()),
            change => change.GetProperty("part").GetString() == "size" && change.GetProperty("new").GetString() == "4"
        );
        Run();
        Assert.Contains("is up to date; when it was last made or restored, this had changed", Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_of_two_folders_names_each_changed_cell_and_its_cause()
    {
        Run();
        string before = Path.Combine(_workspace.Root, "before");
        Copy(Path.Combine(_workspace.Artifacts, "quick"), before);
        _workspace.Edit("Helpers.cs", "=> 16;", "=> 17;");
        Run();
        (int code, string output, _) = ToolWithoutProject("diff", before, Path.Combine(_workspace.Artifacts, "quick"));
        Assert.Equal(3, code);
        Assert.Contains("Small/Alpha/sums.csv, start 3: shape, value: 16.000 -> 17.000", output, StringComparison.Ordinal);
        Assert.Contains("cause: code: Square", output, StringComparison.Ordinal);
        Assert.Contains("3 changes in 2 tables", output, StringComparison.Ordinal);
        Assert.Equal(0, ToolWithoutProject("diff", before, before).Code);
        Assert.Equal(2, ToolWithoutProject("diff", before, "no-such-revision").Code);
    }

    [Fact]
    public void A_challenge_passes_and_one_whose_object_was_forged_does_not()
    {
        Run();
        (int code, string output, _) = Tool.Run(_workspace, "challenge", "99");
        Assert.Equal(0, code);
        Assert.Contains("gave the stored bits", output, StringComparison.Ordinal);
        _workspace.Edit(
            "Beta.cs",
            "Factor * inputs",
            "((int)(System.Diagnostics.Stopwatch.GetTimestamp() % 1000000) + Factor) * inputs"
        ); // a result that is not a function of its inputs
        Run();
        (code, output, _) = Tool.Run(_workspace, "challenge", "99");
        Assert.Equal(3, code);
        Assert.Contains("Small.Beta/1: gave other bits: result.json", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_a_run_cleanly_and_the_next_goes_on(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        _workspace.Write(
            "source/Catalogue.cs",
            _workspace
                .Read("source/Catalogue.cs")
                .Replace("StepMilliseconds = 0", "StepMilliseconds = 60", StringComparison.Ordinal)
        );
        _workspace.Compile();
        using Process process = Tool.Start(_workspace, "run", "Small.Two", "--checkpoint", "0");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        while (
            await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.Contains("25 %", StringComparison.Ordinal)
        ) { }

        if (signal == "INT" && IgnoresInterrupts(process.Id))
        {
            process.Kill(entireProcessTree: true);
            Assert.Skip(
                "SIGINT is ignored here: a shell without job control started the tests in the background, and its children inherit that"
            );
        }

        await Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExitAsync(TestContext.Current.CancellationToken);
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("   at ", errors + await output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_workspace.Cache, "results", "staging")));
        Assert.NotEmpty(
            Directory.GetFiles(Path.Combine(_workspace.Cache, "results", "checkpoints"), "*", SearchOption.AllDirectories)
        );
        Run();
        Assert.Empty(
            Directory.GetFiles(Path.Combine(_workspace.Cache, "results", "checkpoints"), "*", SearchOption.AllDirectories)
        );
    }

    // Bit 1 of the mask is SIGINT (proc(5)).
    private static bool IgnoresInterrupts(int process)
    {
        string status = $"/proc/{process}/status";
        string? mask = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return mask is not null && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & 2) != 0;
    }

    [Fact]
    public void Two_runs_at_once_share_the_work()
    {
        using Process one = Tool.Start(_workspace, "run", "all");
        using Process other = Tool.Start(_workspace, "run", "all");
        string[] outputs = [one.StandardOutput.ReadToEnd(), other.StandardOutput.ReadToEnd()];
        one.WaitForExit();
        other.WaitForExit();
        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        int made = outputs.Sum(text =>
            int.Parse(System.Text.RegularExpressions.Regex.Match("0" + text, @"(\d+) made").Groups[1].Value.PadLeft(1, '0'), null)
        );
        Assert.Equal(12, made); // each target by one of the two
    }

    [Fact]
    public void Paranoia_changes_nothing_but_the_reading()
    {
        Run();
        Assert.Contains("0 to make, 0 to restore", Tool.Run(_workspace, "plan", "--paranoid").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_tells_what_it_holds_and_forgets_when_asked()
    {
        Run();
        Assert.Matches(@"objects +[1-9]\d* files", ToolWithoutProject("cache", "status").Output);
        Assert.Contains("0 files", ToolWithoutProject("cache", "prune").Output, StringComparison.Ordinal);
        Assert.Equal(0, ToolWithoutProject("cache", "prune", "--older-than", "0").Code);
        Assert.Contains("0 to make, 0 to restore", Tool.Run(_workspace, "plan").Output, StringComparison.Ordinal); // what is published stays
    }

    [Theory]
    [InlineData(2, "plan", "Nothing")]
    [InlineData(2, "run", "Nothing")]
    [InlineData(2, "why", "Nothing")]
    [InlineData(2, "challenge", "0")]
    [InlineData(2, "run", "all", "--memory", "0")]
    [InlineData(2, "run", "all", "--checkpoint", "-1")]
    public void Wrong_usage_gets_a_sentence_and_its_exit_code(int code, params string[] arguments)
    {
        (int got, string output, string errors) = Tool.Run(_workspace, arguments);
        Assert.Equal(code, got);
        Assert.StartsWith("research: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_cannot_have_its_memory_runs_alone_and_not_never() =>
        Assert.Equal(0, Tool.Run(_workspace, "run", "all", "--memory", "0.001").Code);

    private string Why() => Tool.Run(_workspace, "why", "Small.Alpha").Output.ReplaceLineEndings("\n");

    private void Run()
    {
        (int code, string output, string errors) = Tool.Run(_workspace);
        Assert.True(code == 0, output + errors);
    }

    private (int Code, string Output, string Errors) ToolWithoutProject(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "research.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CACHE"] = _workspace.Cache;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static void Copy(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
