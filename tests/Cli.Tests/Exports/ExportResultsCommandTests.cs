using Research.Pipeline;
using Research.Tests;

namespace Research.Cli.Tests.Exports;

/// <summary>research export, as a person runs it in this checkout.</summary>
public sealed class ExportResultsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_writes_the_formats_that_are_named_and_says_which_files()
    {
        (int code, string output, string errors) = Export("verdicts", "zenodo", "--output", _folder);
        Assert.Equal((ExitCodes.Well, ""), (code, errors));
        Assert.Contains("verdicts.json", output, StringComparison.Ordinal);
        Assert.EndsWith($"3 files of profile paper in {_folder}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(
            [".zenodo.json", "verdicts.json", "verdicts.schema.json"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Models_without_committed_cards_are_told_on_standard_error()
    {
        (int code, _, string errors) = Export("model-cards", "--profile", "quick", "--output", _folder);
        Assert.Equal(ExitCodes.Well, code);
        Assert.True(Directory.Exists(Path.Combine(_folder, "models", "Digits.GmmHmm")));
        Assert.All(
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("research: no cards of ", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_unknown_format_is_wrong_usage()
    {
        (int code, _, string errors) = Export("prov", "--output", _folder);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.StartsWith("research: There is no format 'prov'. Known: bibtex,", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_told_in_a_sentence()
    {
        string file = Path.Combine(_folder, "a-file");
        File.WriteAllText(file, "");
        (int code, _, string errors) = Export("zenodo", "--output", file);
        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith($"research: {file} is a file, where a folder is needed", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_checkout_without_results_is_told_in_a_sentence()
    {
        File.WriteAllText(Path.Combine(_folder, "datasets.lock"), """{ "datasets": [] }""");
        (int code, _, string errors) = Tool.Run(
            new Dictionary<string, string> { ["RESEARCH_CHECKOUT"] = _folder },
            "export",
            "--output",
            Path.Combine(_folder, "out")
        );
        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("research: There are no committed results of profile 'paper'", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Export(params string[] arguments) =>
        Tool.Run(new Dictionary<string, string> { ["RESEARCH_CHECKOUT"] = RealData.Repository() }, ["export", .. arguments]);
}
