using Research.Data.Audio.Wav;
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
        Assert.Contains(
            "There is no dataset 'fsd' in datasets.lock. Did you mean fsdd? All of them: research data status",
            Tool.Run("data", "fetch", "fsd").Errors,
            StringComparison.Ordinal
        );
        string target = Tool.Run("run", "Digits.Nothing").Errors;
        Assert.StartsWith("research: There is no target 'Digits.Nothing'.", target, StringComparison.Ordinal);
        Assert.EndsWith(
            "Studies: Digits, FilmEmotion, GenreAffect, SpeechEmotion, Synthetic. All targets: research plan all\n",
            target,
            StringComparison.Ordinal
        );
        Assert.Equal(2, Tool.Run("nothing").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.Nothing").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.GmmHmm", "--jobs", "0").Code);
        Assert.Equal(2, Tool.Run("run", "Digits.GmmHmm", "--profile", "thesis").Code);
        Assert.Contains("at least 1", Tool.Run("run", "Digits.GmmHmm", "--jobs", "0").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_datasets_are_told_apart_verified_and_need_no_folder_to_be_pinned()
    {
        Assert.Contains(
            "synthetic-digits-course: SYNTHETIC, generated when needed",
            Tool.Run(Nowhere, "data", "status").Output,
            StringComparison.Ordinal
        );
        (int code, string output, _) = Tool.Run(Nowhere, "data", "verify", "synthetic-digits-course");
        Assert.Equal(
            (0, "synthetic-digits-course: verified: 135 clips were generated with the digest of datasets.lock\n"),
            (code, output)
        );
        Assert.Contains(
            "nothing to fetch",
            Tool.Run(Nowhere, "data", "fetch", "synthetic-digits-course").Output,
            StringComparison.Ordinal
        );
        Assert.Contains("already pinned", Tool.Run("data", "lock", "synthetic-digits-course").Output, StringComparison.Ordinal);
        Assert.Contains(
            "without a folder",
            Tool.Run("data", "lock", "synthetic-digits-course", _folder).Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("name the folder", Tool.Run("data", "lock", "fsdd").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_writes_recordings_that_read_back_with_their_labels_and_truth()
    {
        string folder = Path.Combine(_folder, "export");
        (int code, string output, _) = Tool.Run("data", "export", "synthetic-digits-course", folder);
        Assert.Equal(0, code);
        Assert.Contains("135 WAV files", output, StringComparison.Ordinal);
        Assert.Equal(135, Directory.GetFiles(folder, "*.wav").Length);
        Assert.Equal(16_000, Research.Data.Audio.Wav.WavReader.Read(Path.Combine(folder, "1_s01_0.wav")).SampleRateHz);
        Assert.Contains("1_s01_0,1,s01,", File.ReadAllLines(Path.Combine(folder, "clips.csv")));
        Assert.Contains(
            File.ReadLines(Path.Combine(folder, "marks.csv")),
            line => line.StartsWith("3_s02_0,IY,", StringComparison.Ordinal)
        );
        (code, _, string errors) = Tool.Run("data", "export", "synthetic-digits-course", folder);
        Assert.Equal(2, code);
        Assert.Contains("is not empty", errors, StringComparison.Ordinal);
        Assert.Contains(
            "Known: synthetic-digits",
            Tool.Run("data", "export", "fsdd", Path.Combine(_folder, "x")).Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lock_of_a_folder_without_the_files_is_refused() =>
        Assert.Contains("holds no file that matches", Tool.Run("data", "lock", "fsdd", _folder).Errors, StringComparison.Ordinal);
}
