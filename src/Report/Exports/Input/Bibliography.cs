using Research.Numerics;
using Research.Report.Pages;
using Research.Results.Tables;

namespace Research.Report.Exports.Input;

/// <summary>bibliography.csv: of every dataset and of every document that published figures, what catalogues need in parts and datasets.lock and documents.csv say in a sentence.</summary>
/// <remarks>A test holds the names, years and identifiers to those sentences.</remarks>
internal static class Bibliography
{
    private static readonly Lazy<CsvTable> Table = new(() => CsvTable.Parse(Resource.Text("bibliography.csv")));

    /// <summary>The row of a dataset or document.</summary>
    /// <exception cref="ResearchException">It has none.</exception>
    public static BibliographyRow Of(string id) =>
        Rows.FirstOrDefault(row => row.Id == id)
        ?? throw new ResearchException(
            $"'{id}' has no row in src/Report/Exports/bibliography.csv: add its creators, year and licence, from which catalogues are written."
        );

    public static IReadOnlyList<BibliographyRow> Rows =>
        [
            .. Table.Value.Rows.Select(row => new BibliographyRow(
                Table.Value.Cell(row, "id"),
                Table.Value.Cell(row, "type"),
                [
                    .. Table
                        .Value.Cell(row, "creators")
                        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(Author.OfSortedName),
                ],
                Table.Value.Cell(row, "issued"),
                Table.Value.Cell(row, "released"),
                Table.Value.Cell(row, "published_in"),
                Table.Value.Cell(row, "doi"),
                Table.Value.Cell(row, "licence")
            )),
        ];
}

/// <summary>A row of bibliography.csv.</summary>
/// <param name="Id">Of the dataset or document.</param>
/// <param name="Type">In CSL's words: dataset, report, thesis, paper-conference.</param>
/// <param name="Creators">Of a dataset; none of a document, whose authors documents.csv has.</param>
/// <param name="Issued">yyyy or yyyy-mm; empty where it is not known.</param>
/// <param name="Released">Of a dataset that others made from the one that is cited: the day of the pinned version, yyyy-mm-dd; empty where the two are one.</param>
/// <param name="PublishedIn">Of a document: the school, institution or proceedings; empty where the document names none.</param>
/// <param name="Doi">Empty for none.</param>
/// <param name="Licence">SPDX identifier; empty where none is stated or no single one holds.</param>
internal sealed record BibliographyRow(
    string Id,
    string Type,
    IReadOnlyList<Author> Creators,
    string Issued,
    string Released,
    string PublishedIn,
    string Doi,
    string Licence
);
