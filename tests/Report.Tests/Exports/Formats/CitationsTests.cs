using System.Text.Json;
using System.Text.RegularExpressions;
using Research.Report.Exports.Formats;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>BibTeX and CSL-JSON: the same works, each with what a citation needs.</summary>
public partial class CitationsTests
{
    private static readonly string[] CslTypes = ["software", "dataset", "report", "thesis", "paper-conference"];

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Both_hold_the_package_every_document_and_every_dataset(string name)
    {
        Exported export = Exported.Of(name);
        string[] ids =
        [
            .. new[] { "research" }.Concat(export.Input.Documents.Concat(export.Input.Datasets).Select(work => work.Id)),
        ];
        Assert.Equal(ids, Key().Matches(export.Text("references.bib")).Select(match => match.Groups[1].Value));
        Assert.Equal(ids, export.Json("references.csl.json").EnumerateArray().Select(item => item.Text("id")));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_item_of_CSL_has_a_type_of_its_schema_a_title_and_named_authors(string name) =>
        Assert.All(
            Exported.Of(name).Json("references.csl.json").EnumerateArray(),
            item =>
            {
                Assert.Contains(item.Text("type"), CslTypes);
                Assert.NotEmpty(item.Text("title"));
                Assert.All(
                    item.GetProperty("author").EnumerateArray(),
                    author =>
                        Assert.True(
                            author.TryGetProperty("literal", out _)
                                || (author.Text("family").Length > 0 && author.Text("given").Length > 0)
                        )
                );
                if (item.TryGetProperty("issued", out JsonElement issued))
                {
                    Assert.InRange(issued.GetProperty("date-parts")[0][0].GetInt32(), 1900, 2100);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Braces_of_BibTeX_close(string name)
    {
        int open = 0;
        foreach (
            char letter in Exported
                .Of(name)
                .Text("references.bib")
                .Replace("\\{", "", StringComparison.Ordinal)
                .Replace("\\}", "", StringComparison.Ordinal)
        )
        {
            open += letter switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            Assert.InRange(open, 0, 4);
        }

        Assert.Equal(0, open);
    }

    [Fact]
    public void Signs_that_LaTeX_reads_are_escaped_and_unknown_fields_left_out()
    {
        string entry = BibTex.Entry(
            new Work
            {
                Id = "a-b",
                Type = "thesis",
                Title = "50 % of R&D {x}_1 ~ \\",
                Authors = [new("Doe", "Jane", ""), new("The A & B", "", "")],
                Issued = "2021-06",
                Note = "Thesis",
            }
        );
        Assert.Equal(
            "@mastersthesis{a-b,\n  title = {{50 \\% of R\\&D \\{x\\}\\_1 \\textasciitilde{} \\textbackslash{}}},\n  author = {Doe, Jane and {The A \\& B}},\n  year = {2021},\n  month = {6},\n  school = {Thesis},\n}\n",
            entry
        );
    }

    [GeneratedRegex(@"^@\w+\{([^,]+),$", RegexOptions.Multiline)]
    private static partial Regex Key();
}
