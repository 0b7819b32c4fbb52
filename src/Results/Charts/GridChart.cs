using System.Globalization;
using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A value for each pair of two settings, from a long table; rows of one pair are averaged.</summary>
public sealed record GridChart : Chart
{
    public required TitledColumn X { get; init; }

    public required TitledColumn Y { get; init; }

    public required TitledColumn Value { get; init; }

    /// <summary>Accuracies on the validation data over two settings: what a search looks at.</summary>
    public static GridChart Validation(string table, string says, TitledColumn x, TitledColumn y) =>
        new()
        {
            Table = table,
            Title = $"Accuracy on validation data: {y.Title} against {x.Title}",
            Says = says,
            X = x,
            Y = y,
            Value = new("validation", "accuracy"),
        };

    protected override IEnumerable<string?> Columns => [X.Name, Y.Name, Value.Name];

    protected override IEnumerable<string?> Numbers => [Value.Name];

    internal override Drawing Draw(ChartPanel panel) => GridDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>A value for each pair of two settings.</summary>
internal static class GridDrawing
{
    public static Drawing Of(GridChart chart, ChartRows rows, string title)
    {
        string[] xs = Sorted(rows, chart.X.Name);
        string[] ys = Sorted(rows, chart.Y.Name);
        var means = new double[ys.Length, xs.Length];
        for (int y = 0; y < ys.Length; y++)
        {
            for (int x = 0; x < xs.Length; x++)
            {
                ChartRows own = rows.With(chart.Y.Name, ys[y]).With(chart.X.Name, xs[x]);
                double[] values =
                [
                    .. Enumerable.Range(0, own.Count).Select(i => own.Number(i, chart.Value.Name)).OfType<double>(),
                ];
                means[y, x] = values.Length == 0 ? double.NaN : OrderedSum.Mean(values);
            }
        }

        double[] known = [.. means.Cast<double>().Where(value => !double.IsNaN(value))];
        (double low, double high) = (known.Min(), known.Max());
        return new CellGrid
        {
            Title = title,
            Says = string.Create(CultureInfo.InvariantCulture, $"{chart.Says} Lowest {low:0.000}, highest {high:0.000}."),
            Rows = ys,
            Columns = xs,
            RowTitle = chart.Y.Title,
            ColumnTitle = chart.X.Title,
            Colour = (y, x) =>
                ("h1", double.IsNaN(means[y, x]) || high == low ? 0 : 0.08 + (0.9 * (means[y, x] - low) / (high - low))),
            Words = (y, x) => double.IsNaN(means[y, x]) ? "" : means[y, x].ToString(".000", CultureInfo.InvariantCulture),
            Key = $"{chart.Value.Title}; the stronger the colour, the higher.",
        }.Draw();
    }

    private static string[] Sorted(ChartRows rows, string column) =>
        [
            .. rows.Distinct(column)
                .OrderBy(text => double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : double.MaxValue)
                .ThenBy(text => text, StringComparer.Ordinal),
        ];
}
