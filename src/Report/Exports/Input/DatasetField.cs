using Research.Report.Pages;
using Research.Results.Tables;

namespace Research.Report.Exports.Input;

/// <summary>A row of croissant-fields.csv: what the files of a dataset say of an item, in their names or in a column.</summary>
/// <param name="Dataset">"*" for the datasets that code generates, as 'research data export' writes them.</param>
/// <param name="Files">Files that have the field, as a pattern.</param>
/// <param name="Name">Of the field; of a column where there is no pattern.</param>
/// <param name="Type">In schema.org's words, with Croissant's prefix.</param>
/// <param name="Pattern">Regular expression over the path, whose first group is the value; empty where a column holds it.</param>
/// <param name="Description">What it means.</param>
internal sealed record DatasetField(string Dataset, string Files, string Name, string Type, string Pattern, string Description)
{
    private static readonly Lazy<CsvTable> Table = new(() => CsvTable.Parse(Resource.Text("croissant-fields.csv")));

    /// <summary>Whether the column of a table holds it.</summary>
    public bool IsColumn => Pattern.Length == 0;

    public static IReadOnlyList<DatasetField> All =>
        [
            .. Table.Value.Rows.Select(row => new DatasetField(
                Table.Value.Cell(row, "dataset"),
                Table.Value.Cell(row, "files"),
                Table.Value.Cell(row, "field"),
                Table.Value.Cell(row, "type"),
                Table.Value.Cell(row, "pattern"),
                Table.Value.Cell(row, "description")
            )),
        ];

    /// <summary>Those of a dataset; none of most weights, whose files say nothing of items.</summary>
    public static DatasetField[] Of(string dataset) => [.. All.Where(field => field.Dataset == dataset)];
}
