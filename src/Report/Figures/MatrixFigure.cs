using System.Globalization;
using Research.Numerics;
using Research.Report.Input;
using Research.Report.Svg;
using Research.Results.Charts;

namespace Research.Report.Figures;

/// <summary>A confusion matrix with its counts, or a matrix of correlations.</summary>
internal static class MatrixFigure
{
    public static Drawing Draw(MatrixChart chart, Rows rows, string title)
    {
        string[] columns = [.. rows.Header.SkipWhile(name => name != chart.Row).Skip(1)];
        double[][] values =
        [
            .. Enumerable.Range(0, rows.Count).Select(r => columns.Select(column => rows.Number(r, column) ?? 0).ToArray()),
        ];
        bool counts = chart.Scale == MatrixScale.Counts;
        return new CellGrid
        {
            Title = title,
            Says = counts ? $"{chart.Says} {Summary(values)}" : chart.Says,
            Rows = [.. Enumerable.Range(0, rows.Count).Select(r => rows.Text(r, chart.Row))],
            Columns = columns,
            RowTitle = chart.RowTitle,
            ColumnTitle = chart.ColumnTitle,
            Colour = counts ? (r, c) => ("h1", Share(values[r], c)) : (r, c) => Signed(values[r][c]),
            Words = counts
                ? (r, c) => values[r][c] == 0 ? "" : values[r][c].ToString("0", CultureInfo.InvariantCulture)
                : (_, _) => "",
            Key = counts
                ? "Counts; the stronger the colour, the larger the share of the row."
                : "Blue is positive, orange negative; the stronger the colour, the stronger the correlation.",
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
