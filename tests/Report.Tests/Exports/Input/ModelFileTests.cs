using System.Text.Json;
using Research.Numerics;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports.Input;

public class ModelFileTests
{
    public static TheoryData<string> Profiles => [.. Samples.Profiles];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Committed_cards_are_the_bytes_that_the_run_record_names(string profile)
    {
        string[] files = Directory.GetFiles(Samples.FolderOf(profile), ModelFile.File, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                string record = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "run.json"));
                string hash = JsonElement
                    .Parse(record)
                    .GetProperty("made")
                    .GetProperty("outputs")
                    .EnumerateArray()
                    .Single(output => output.Text("path") == ModelFile.File)
                    .Text("sha256");
                // Else the tables were accepted without their cards: ./build.sh --target Accept copies both.
                Assert.Equal(hash, RepositoryFile.Find(Path.GetDirectoryName(file)!, ModelFile.File)!.Sha256);
            }
        );
    }

    [Fact]
    public void An_experiment_that_wrote_cards_which_are_not_there_is_named()
    {
        string root = TinyCheckout.Make();
        Assert.Empty(ModelFile.Missing(ExportInput.Read(root, "paper")));
        File.Delete(Path.Combine(root, "results", "paper", "Digits", "GmmHmm", ModelFile.File));
        Assert.Equal(["Digits.GmmHmm"], ModelFile.Missing(ExportInput.Read(root, "paper")));
    }

    [Fact]
    public void Cards_of_another_run_count_as_missing()
    {
        string root = TinyCheckout.Make();
        string cards = Path.Combine(root, "results", "paper", "Digits", "GmmHmm", ModelFile.File);
        File.WriteAllText(cards, File.ReadAllText(cards).Replace("0.75", "0.99", StringComparison.Ordinal));
        var input = ExportInput.Read(root, "paper");
        Assert.Empty(ModelFile.All(input));
        Assert.Equal(["Digits.GmmHmm"], ModelFile.Missing(input));
    }

    [Fact]
    public void Cards_that_cannot_be_read_are_told()
    {
        string root = TinyCheckout.Make();
        string folder = Path.Combine(root, "results", "paper", "Digits", "GmmHmm");
        string record = File.ReadAllText(Path.Combine(folder, "run.json"));
        string written = RepositoryFile.Find(folder, ModelFile.File)!.Sha256;
        File.WriteAllText(Path.Combine(folder, ModelFile.File), "{");
        string damaged = RepositoryFile.Find(folder, ModelFile.File)!.Sha256;
        File.WriteAllText(Path.Combine(folder, "run.json"), record.Replace(written, damaged, StringComparison.Ordinal));
        Assert.StartsWith(
            "results/paper/Digits/GmmHmm/models.json holds no cards of models",
            Assert.Throws<ResearchException>(() => ModelFile.All(ExportInput.Read(root, "paper")).ToArray()).Message,
            StringComparison.Ordinal
        );
    }
}
