using Research.Tests;

namespace Research.Cli.Tests;

public sealed class DataAndRunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // An empty store, and a mirror that is not there: nothing can be had, and nothing is asked for on the network.
    private Dictionary<string, string> Nowhere =>
        new() { ["RESEARCH_CACHE"] = _folder, ["RESEARCH_MIRROR"] = Path.Combine(_folder, "none") };

    [Fact]
    public void Status_lists_every_pinned_dataset()
    {
        (int code, string output, _) = Tool.Run(Nowhere, "data", "status");
        Assert.Equal(0, code);
        Assert.Contains("fsdd: missing, version 1.0.10, 3000 files, 21.1 MB, CC BY-SA 4.0", output, StringComparison.Ordinal);
        Assert.Contains("ntua-digits: missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_of_missing_data_fails_with_what_to_do()
    {
        (int code, string output, _) = Tool.Run(Nowhere, "data", "verify", "fsdd");
        Assert.Equal(1, code);
        Assert.Contains("research data fetch fsdd", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_from_a_mirror_verifies_and_a_second_time_finds_it_there()
    {
        RealData.Folder("ntua-digits");
        string mirror = Environment.GetEnvironmentVariable("RESEARCH_MIRROR") ?? "";
        Assert.SkipUnless(Directory.Exists(mirror), "needs RESEARCH_MIRROR to be a folder");
        var environment = new Dictionary<string, string>
        {
            ["RESEARCH_CACHE"] = _folder,
            ["RESEARCH_MIRROR"] = Path.GetFullPath(mirror),
        };
        Assert.Equal(0, Tool.Run(environment, "data", "fetch", "ntua-digits").Code);
        (int code, string output, _) = Tool.Run(Nowhere, "data", "verify", "ntua-digits");
        Assert.Equal((0, "ntua-digits: verified: 135 files have the digest of datasets.lock\n"), (code, output));
    }

    [Fact]
    public void Unknown_datasets_targets_and_commands_are_told()
    {
        Assert.Contains("Known: fsdd, ntua-digits", Tool.Run("data", "fetch", "nothing").Errors, StringComparison.Ordinal);
        Assert.Contains("Digits.Classical", Tool.Run("run", "Digits.Nothing").Errors, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run("nothing").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.Nothing").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.GmmHmm", "--jobs", "0").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.GmmHmm", "--profile", "thesis").Code);
        Assert.Contains("at least 1", Tool.Run("run", "Digits.GmmHmm", "--jobs", "0").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_of_a_folder_without_the_files_is_refused() =>
        Assert.Contains("holds no file that matches", Tool.Run("data", "lock", "fsdd", _folder).Errors, StringComparison.Ordinal);
}
