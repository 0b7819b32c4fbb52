using System.Text.RegularExpressions;
using Research.Report.Exports.Formats;
using Research.Report.Exports.Input;

namespace Research.Report.Tests.Exports.Formats;

public partial class BibTexTests
{
    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void It_holds_the_package_every_document_and_every_dataset(string name)
    {
        Exported export = Exported.Of(name);
        Assert.Equal(
            export.Input.Documents.Concat(export.Input.Datasets).Select(work => work.Id).Prepend("research"),
            Key().Matches(export.Text("references.bib")).Select(match => match.Groups[1].Value)
        );
    }

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
                PublishedIn = "University of X",
                Note = "Thesis; in Greek",
            }
        );
        Assert.Equal(
            "@mastersthesis{a-b,\n  title = {{50 \\% of R\\&D \\{x\\}\\_1 \\textasciitilde{} \\textbackslash{}}},\n  author = {Doe, Jane and {The A \\& B}},\n  year = {2021},\n  month = {6},\n  school = {University of X},\n  note = {Thesis; in Greek},\n}\n",
            entry
        );
    }

    [Fact]
    public void A_report_that_names_no_institution_is_an_entry_of_no_kind_with_its_description_as_a_note()
    {
        Work report = new()
        {
            Id = "r",
            Type = "report",
            Title = "T",
            Authors = [new("Doe", "Jane", "")],
            Issued = "2021",
            Note = "Course report",
        };
        Assert.Equal(
            "@misc{r,\n  title = {{T}},\n  author = {Doe, Jane},\n  year = {2021},\n  note = {Course report},\n}\n",
            BibTex.Entry(report)
        );
        Assert.StartsWith("@techreport{r,", BibTex.Entry(report with { PublishedIn = "I" }), StringComparison.Ordinal);
        Assert.Contains(
            "booktitle = {P}",
            BibTex.Entry(report with { Type = "paper-conference", PublishedIn = "P" }),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(@"^@\w+\{([^,]+),$", RegexOptions.Multiline)]
    private static partial Regex Key();
}
