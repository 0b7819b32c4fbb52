using System.Diagnostics;
using Research.Pipeline;

namespace Research.Build.Tests.Runs;

/// <summary>--from FILE, on a machine that has nothing but the archive.</summary>
public sealed class FromArchiveTests : IDisposable
{
    private const string Target = "Digits.FeatureCorrelation";

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Tables_are_restored_from_the_archive_and_a_tenth_of_it_is_recomputed()
    {
        string archive = Path.Combine(_folder, "results.zip");
        Assert.Equal(0, Run("one", "Research.Build.dll", "--target", Target).Code);
        Assert.Equal(0, Run("one", "research.dll", "cache", "export", archive, "--features").Code);
        (int code, string output) = Run("other", "Research.Build.dll", "--target", Target, "--from", archive);
        Assert.True(code == 0, output);
        Assert.Contains("2 of 2 results came", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 challenged targets gave the stored bits", output, StringComparison.Ordinal);
        string[] tables = [.. new[] { "one", "other" }.Select(machine => TableOf(machine))];
        Assert.Equal(tables[0], tables[1]);
    }

    [Fact]
    public void What_is_no_archive_ends_the_build_before_anything_runs()
    {
        string archive = Path.Combine(_folder, "results.zip");
        File.WriteAllText(archive, "no archive");
        (int code, string output) = Run("other", "Research.Build.dll", "--target", Target, "--from", archive);
        Assert.Equal(1, code);
        Assert.Contains("'research cache export' writes such archives", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "other", "artifacts", "quick")));
    }

    private string TableOf(string machine)
    {
        string[] names = Target.Split('.');
        return File.ReadAllText(Path.Combine(_folder, machine, "artifacts", "quick", names[0], names[1], "summary.csv"));
    }

    private (int Code, string Output) Run(string machine, string program, params string[] arguments)
    {
        string root = Directory.CreateDirectory(Path.Combine(_folder, machine)).FullName;
        File.Copy(Path.Combine(Checkout.Here(), "datasets.lock"), Path.Combine(root, "datasets.lock"), overwrite: true);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CHECKOUT"] = root;
        start.Environment["RESEARCH_CACHE"] = Path.Combine(_folder, machine + "-cache");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
