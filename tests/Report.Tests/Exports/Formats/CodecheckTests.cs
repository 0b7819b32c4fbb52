using System.Text.Json;
using System.Text.RegularExpressions;
using Research.Report.Claims;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>The rules of codecheck.yml 2.0 that an author's part has to keep.</summary>
public partial class CodecheckTests
{
    private const string File = "codecheck.yml";

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void It_is_an_explicit_document_with_version_paper_and_manifest(string name)
    {
        string[] lines = Lines(name);
        Assert.Equal(["%YAML 1.1", "---", "version: https://codecheck.org.uk/spec/config/2.0/"], lines[..3]);
        Assert.All(["paper:", "manifest:"], key => Assert.Single(lines, line => line == key));
        Assert.All(
            ["  title: ", "  authors:", "  reference: "],
            key => Assert.Single(lines, line => line.StartsWith(key, StringComparison.Ordinal))
        );
        Assert.Contains(lines, line => line.StartsWith("    - name: \"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_file_of_the_manifest_is_there_by_a_relative_path(string name)
    {
        Exported export = Exported.Of(name);
        string[] files = Values(name, "  - file: ");
        Assert.Equal(export.Input.Experiments.Count, files.Length);
        Assert.Equal(files.Distinct(), files);
        Assert.All(files, file => Assert.NotEmpty(export.Bytes(file)));
        Assert.All(files, file => Assert.False(Path.IsPathRooted(file)));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_figure_that_was_measured_leads_to_a_file_of_the_manifest_and_a_command(string name)
    {
        Exported export = Exported.Of(name);
        string[] measured =
        [
            .. export
                .Input.Report.Studies.SelectMany(ClaimRows.Of)
                .Where(row => row.Target.Length > 0 && row.Outcome != Outcome.Timed)
                .Select(row => row.Id),
        ];
        Assert.Equal(measured, Values(name, "  - claim: "));
        Assert.Subset(Values(name, "  - file: ").ToHashSet(), Values(name, "    file: ").ToHashSet());
        Assert.Equal(measured.Length, Values(name, "    command: ").Length);
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_quoted_text_is_whole(string name) =>
        Assert.All(
            Lines(name).Where(line => line.Contains(": \"", StringComparison.Ordinal)),
            line => Assert.NotEmpty(JsonElement.Parse(Quoted().Match(line).Value).GetString()!)
        );

    [Fact]
    public void An_author_has_an_ORCID_where_the_citation_has_one() =>
        Assert.Equal(["0000-0002-1825-0097"], Values("tiny", "      ORCID: "));

    private static string[] Lines(string name) => Exported.Of(name).Text(File).Split('\n');

    private static string[] Values(string name, string key) =>
        [.. Lines(name).Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..])];

    [GeneratedRegex("\".*\"$")]
    private static partial Regex Quoted();
}
