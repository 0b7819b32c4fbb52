using System.Globalization;
using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A table that is a matrix already: a row a row, a column a column.</summary>
public sealed record MatrixChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>The column that names the rows; those after it are the matrix.</summary>
    public required TitledColumn Row { get; init; }

    public required string ColumnTitle { get; init; }

    public required MatrixScale Scale { get; init; }

    /// <summary>Confusion matrices, a panel a variant.</summary>
    public static MatrixChart Confusion(string says, string split) =>
        new("confusion", $"Confusion, {split}", says)
        {
            Where = new Dictionary<string, string> { ["split"] = split },
            Panels = "variant",
            Row = new("true", "true class"),
            ColumnTitle = "predicted class",
            Scale = MatrixScale.Counts,
        };

    protected override IEnumerable<string?> Columns => [Row.Name];

    internal override Drawing Draw(ChartPanel panel) => MatrixDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>What a matrix's numbers are, which decides the colours.</summary>
public enum MatrixScale
{
    /// <summary>Counts: written into the cells, coloured by their share of the row.</summary>
    Counts,

    /// <summary>Correlations, −1 to 1.</summary>
    Correlation,
}

/// <summary>A confusion matrix with its counts, or a matrix of correlations.</summary>
internal static class MatrixDrawing
{
    public static Drawing Of(MatrixChart chart, ChartRows rows, string title)
    {
        string[] columns = [.. rows.Header.SkipWhile(name => name != chart.Row.Name).Skip(1)];
        double[][] values =
        [
            .. Enumerable.Range(0, rows.Count).Select(r => columns.Select(column => rows.Number(r, column) ?? 0).ToArray()),
        ];
        bool counts = chart.Scale == MatrixScale.Counts;
        return new CellGrid
        {
            Title = title,
            Says = counts ? $"{chart.Says} {Summary(values)}" : chart.Says,
            Rows = [.. Enumerable.Range(0, rows.Count).Select(r => rows.Text(r, chart.Row.Name))],
            Columns = columns,
            RowTitle = chart.Row.Title,
            ColumnTitle = chart.ColumnTitle,
            Colour = counts ? (r, c) => ("h1", Share(values[r], c)) : (r, c) => Signed(values[r][c]),
            Words = counts
                ? (r, c) => values[r][c] == 0 ? "" : values[r][c].ToString("0", CultureInfo.InvariantCulture)
                : (_, _) => "",
            Key = counts
                ? "Counts; the stronger the colour, the larger the share of the row."
                : "Blue is positive, orange negative; the stronger the colour, the stronger the correlation.",
            Scale = counts ? share => ("h1", share) : share => Signed((2 * share) - 1),
            Ends = counts ? ("0 %", "100 % of the row") : ("−1", "1"),
        }.Draw();
    }

    private static double Share(double[] row, int column) => OrderedSum.Of(row) is > 0 and double all ? row[column] / all : 0;

    private static (string, double) Signed(double value) => (value >= 0 ? "h1" : "h2", Math.Abs(value));

    private static string Summary(double[][] values)
    {
        double right = OrderedSum.Of([.. values.Select((row, r) => r < row.Length ? row[r] : 0)]);
        double all = OrderedSum.Of([.. values.SelectMany(row => row)]);
        return string.Create(CultureInfo.InvariantCulture, $"{right:0} of {all:0} lie on the diagonal.");
    }
}
