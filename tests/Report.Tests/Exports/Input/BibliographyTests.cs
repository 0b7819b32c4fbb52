using Research.Data.Locking;
using Research.Numerics;
using Research.Report.Exports.Input;
using Research.Results.Folders;

namespace Research.Report.Tests.Exports.Input;

/// <summary>What bibliography.csv says in parts is what datasets.lock and documents.csv say in a sentence.</summary>
public class BibliographyTests
{
    private static readonly StudyDocument[] Documents =
    [
        .. Samples
            .Profiles.SelectMany(profile => Samples.Committed(profile).Studies)
            .SelectMany(study => study.Description.Documents),
    ];

    [Fact]
    public void It_has_a_row_for_each_dataset_and_document_and_no_other()
    {
        IEnumerable<string> known = Samples
            .Pins.Datasets.Select(entry => entry.Id)
            .Concat(Documents.Select(document => document.Id));
        Assert.Equal(
            known.Distinct().Order(StringComparer.Ordinal),
            Bibliography.Rows.Select(row => row.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Creators_year_and_identifier_of_a_dataset_are_those_of_its_citation() =>
        Assert.All(
            Samples.Pins.Datasets,
            entry =>
            {
                BibliographyRow row = Bibliography.Of(entry.Id);
                Assert.Equal("dataset", row.Type);
                Assert.NotEmpty(row.Creators);
                Assert.All(row.Creators, author => Assert.Contains(author.Family, entry.Citation, StringComparison.Ordinal));
                Assert.True(HasYear(entry.Citation, row.Issued), $"{entry.Id}: {row.Issued} is not in '{entry.Citation}'");
                Assert.Contains(row.Doi, entry.Citation, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void A_licence_by_identifier_is_the_one_that_the_lock_names() =>
        Assert.All(
            Samples.Pins.Datasets.Where(entry => Bibliography.Of(entry.Id).Licence.Length > 0),
            entry => Assert.StartsWith(Plain(Bibliography.Of(entry.Id).Licence), Plain(entry.Licence), StringComparison.Ordinal)
        );

    [Fact]
    public void The_year_of_a_document_is_that_of_its_description() =>
        Assert.All(
            Documents,
            document =>
            {
                string issued = Bibliography.Of(document.Id).Issued;
                Assert.True(
                    issued.Length == 0 || HasYear(document.Kind, issued),
                    $"{document.Id}: {issued} is not in '{document.Kind}'"
                );
            }
        );

    [Fact]
    public void Where_a_report_or_thesis_was_written_stands_in_its_description() =>
        Assert.All(
            Documents.Where(document => Bibliography.Of(document.Id).Type is "report" or "thesis"),
            document => Assert.Contains(Bibliography.Of(document.Id).PublishedIn, document.Kind, StringComparison.Ordinal)
        );

    [Fact]
    public void What_others_made_of_a_dataset_came_out_after_it_on_a_day()
    {
        BibliographyRow[] rows = [.. Bibliography.Rows.Where(row => row.Released.Length > 0)];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", row.Released));
        Assert.All(rows, row => Assert.True(string.CompareOrdinal(row.Released, row.Issued) > 0, row.Id));
    }

    [Fact]
    public void A_dataset_without_a_row_is_refused()
    {
        DatasetEntry entry = Samples.Pins.Datasets[0] with { Id = "birds" };
        ResearchException error = Assert.Throws<ResearchException>(() => Work.Of(entry));
        Assert.StartsWith("'birds' has no row in src/Report/Exports/bibliography.csv", error.Message, StringComparison.Ordinal);
    }

    // "2021", or "2020-21".
    private static bool HasYear(string text, string issued) =>
        text.Contains(issued[..4], StringComparison.Ordinal) || text.Contains($"-{issued[2..4]}", StringComparison.Ordinal);

    // "BSD-2-Clause" and "BSD 2-clause" are the same words.
    private static string Plain(string licence) => licence.Replace('-', ' ').ToUpperInvariant();
}
