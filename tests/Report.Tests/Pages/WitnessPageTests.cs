using Research.Report.Input;
using Research.Report.Markup;
using Research.Report.Pages;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Tests.Pages;

public sealed class WitnessPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_page_counts_the_verdicts_and_shows_every_number()
    {
        WitnessInput witness = Of("agrees", "sensitive");
        Assert.Equal("An independent engine says the same", WitnessPage.Heading(witness));
        Assert.Contains("Of 2 numbers 1 agree, 1 are sensitive to rounding, 0 differ.", WitnessPage.Sentence(witness));
        var html = new Html();
        WitnessPage.Write(html, witness);
        Assert.Contains("<td>2.000000123</td>", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("TorchSharp 9", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_differs_changes_the_heading() =>
        Assert.Equal("An independent engine, and where it differs", WitnessPage.Heading(Of("agrees", "differs")));

    [Fact]
    public void A_folder_without_a_comparison_has_no_page_and_one_with_it_is_read()
    {
        Assert.Null(WitnessInput.Find(_folder));
        WitnessInput written = Of("agrees");
        File.WriteAllText(Path.Combine(_folder, WitnessFacts.Table), "trial,verdict\na,agrees\n");
        File.WriteAllText(Path.Combine(_folder, WitnessFacts.File), written.Facts.ToJson());
        WitnessInput read = WitnessInput.Find(_folder)!;
        Assert.Equal(1, read.Trainings);
        Assert.Equal(written.Facts.Engine, read.Facts.Engine);
    }

    private static WitnessInput Of(params string[] verdicts) =>
        new(
            new CsvTable(
                ["trial", "portable", "verdict"],
                [.. verdicts.Select(verdict => new[] { "Tests.One/1", "2.000000123", verdict })]
            ),
            new WitnessFacts("a sample", new Dictionary<string, string> { ["engine"] = "TorchSharp 9" })
        );
}
