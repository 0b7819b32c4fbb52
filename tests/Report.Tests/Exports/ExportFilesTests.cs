using Research.Data;
using Research.Numerics;
using Research.Report.Exports;
using Research.Tests;

namespace Research.Report.Tests.Exports;

public class ExportFilesTests
{
    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Made_twice_an_export_has_the_same_bytes(string name)
    {
        Exported first = Exported.Of(name);
        string second = Scratch.Folder();
        (IReadOnlyList<string> paths, _) = ExportFiles.Write(first.Input.Root, first.Input.Profile, [], second);
        Assert.Equal(first.Paths, paths);
        Assert.All(paths, path => Assert.Equal(first.Bytes(path), File.ReadAllBytes(Path.Combine(second, path))));
        Directory.Delete(second, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void What_is_written_names_no_folder_of_this_machine(string name)
    {
        Exported export = Exported.Of(name);
        string[] written =
        [
            .. export.Paths.Where(path => !File.Exists(Path.Combine(export.Input.Root, path))).Select(export.Text),
        ];
        Assert.NotEmpty(written);
        foreach (string text in written)
        {
            Assert.DoesNotContain(export.Input.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(export.Folder, text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        }
    }

    [Fact]
    public void Formats_have_names_of_their_own_and_stand_in_alphabetical_order()
    {
        string[] names = [.. ExportFiles.Formats.Select(format => format.Name)];
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Only_the_formats_that_are_named_are_written()
    {
        string output = Scratch.Folder();
        (IReadOnlyList<string> paths, _) = ExportFiles.Write(
            TinyCheckout.Make(),
            "paper",
            ["zenodo", "bibtex", "zenodo"],
            output
        );
        Assert.Equal([".zenodo.json", "references.bib"], paths);
        Assert.Equal(2, Directory.GetFiles(output).Length);
    }

    [Fact]
    public void An_unknown_format_is_refused_with_the_names_of_all()
    {
        UsageException error = Assert.Throws<UsageException>(() =>
            ExportFiles.Write(TinyCheckout.Make(), "paper", ["prov"], "x")
        );
        Assert.StartsWith("There is no format 'prov'. Known: bibtex, codecheck,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_without_committed_results_is_refused_with_the_command_that_makes_them()
    {
        string root = TinyCheckout.Make();
        ResearchException error = Assert.Throws<ResearchException>(() => ExportFiles.Write(root, "quick", [], "x"));
        Assert.StartsWith("There are no committed results of profile 'quick'", error.Message, StringComparison.Ordinal);
        Assert.Contains("--target Accept --profile quick", error.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(root, TinyCheckout.Table));
        error = Assert.Throws<ResearchException>(() => ExportFiles.Write(root, "paper", [], "x"));
        Assert.StartsWith("No experiment of profile 'paper' has results", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_told_in_a_sentence()
    {
        string file = Path.Combine(Scratch.Folder(), "a-file");
        File.WriteAllText(file, "");
        ResearchException error = Assert.Throws<ResearchException>(() =>
            ExportFiles.Write(TinyCheckout.Make(), "paper", ["zenodo"], file)
        );
        Assert.Equal($"{file} is a file, where a folder is needed; name another with --output.", error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_in_a_sentence()
    {
        string folder = Scratch.Folder();
        File.WriteAllText(Path.Combine(folder, "croissant"), ""); // where a folder has to be
        ResearchException error = Assert.Throws<ResearchException>(() =>
            ExportFiles.Write(TinyCheckout.Make(), "paper", ["croissant"], folder)
        );
        Assert.StartsWith($"{folder} cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Name another folder with --output.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_checkout_as_the_output_its_results_are_left_as_they_are()
    {
        string root = TinyCheckout.Make();
        string table = Path.Combine(root, TinyCheckout.Table);
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(table, before);
        ExportFiles.Write(root, "paper", ["ro-crate"], root);
        Assert.True(File.Exists(Path.Combine(root, "ro-crate-metadata.json")));
        Assert.Equal(before, File.GetLastWriteTimeUtc(table));
    }

    [Fact]
    public void The_address_of_the_source_reaches_every_format_that_has_a_place_for_it()
    {
        const string Address = "https://example.org/research";
        string root = TinyCheckout.Make();
        File.AppendAllText(Path.Combine(root, "CITATION.cff"), $"repository-code: {Address}\n");
        string output = Scratch.Folder();
        ExportFiles.Write(root, "paper", [], output);
        string[] files =
        [
            "codecheck.yml",
            "codemeta.json",
            "croissant/synthetic-digits.json",
            "references.bib",
            "references.csl.json",
            "ro-crate-metadata.json",
        ];
        Assert.All(
            files,
            file => Assert.Contains(Address, File.ReadAllText(Path.Combine(output, file)), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_guide_names_every_format()
    {
        string guide = File.ReadAllText(Path.Combine(RealData.Repository(), "docs", "formats.md"));
        Assert.All(ExportFiles.Formats, format => Assert.Contains($"| `{format.Name}` |", guide, StringComparison.Ordinal));
    }
}
