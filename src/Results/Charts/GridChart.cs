using System.Globalization;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A value for each pair of two settings, from a long table; rows of one pair are averaged.</summary>
public sealed record GridChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    public required TitledColumn X { get; init; }

    public required TitledColumn Y { get; init; }

    public required TitledColumn Value { get; init; }

    /// <summary>Accuracies on the validation data over two settings: what a search looks at.</summary>
    public static GridChart Validation(string table, string says, TitledColumn x, TitledColumn y) =>
        new(table, $"Accuracy on validation data: {y.Title} against {x.Title}", says)
        {
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
    private const double Faintest = 0.08;
    private const double Span = 0.9;

    public static Drawing Of(GridChart chart, ChartRows rows, string title)
    {
        string[] xs = Sorted(rows, chart.X.Name);
        string[] ys = Sorted(rows, chart.Y.Name);
        GridMeans means = GridMeans.Of([.. ys.Select(y => rows.With(chart.Y.Name, y))], xs, chart.X.Name, chart.Value.Name);
        return Grid(means, title, chart.Says, (ys, chart.Y.Title), (xs, chart.X.Title), chart.Value.Title).Draw();
    }

    /// <summary>The map of some means.</summary>
    public static CellGrid Grid(
        GridMeans means,
        string title,
        string says,
        (IReadOnlyList<string> Names, string Title) rows,
        (IReadOnlyList<string> Names, string Title) columns,
        string value
    )
    {
        (double low, double high) = (means.Lowest, means.Highest);
        return new CellGrid
        {
            Title = title,
            Says = string.Create(CultureInfo.InvariantCulture, $"{says} Lowest {low:0.000}, highest {high:0.000}."),
            Rows = rows.Names,
            Columns = columns.Names,
            RowTitle = rows.Title,
            ColumnTitle = columns.Title,
            Colour = (y, x) => Shade(means[y, x] is { } mean && high > low ? (mean - low) / (high - low) : null),
            Words = (y, x) => means[y, x] is { } mean ? Written(mean) : "",
            Key = $"{value}; the stronger the colour, the higher.{(means.Averaged ? " Means of the runs." : "")}",
            Scale = share => Shade(share),
            Ends = (low.ToString("0.000", CultureInfo.InvariantCulture), high.ToString("0.000", CultureInfo.InvariantCulture)),
        };
    }

    private static (string, double) Shade(double? share) => ("h1", share is { } known ? Faintest + (Span * known) : 0);

    private static string Written(double mean) =>
        mean.ToString(Math.Abs(mean) < 1 ? ".000" : "0.00", CultureInfo.InvariantCulture);

    private static string[] Sorted(ChartRows rows, string column) =>
        [
            .. rows.Distinct(column)
                .OrderBy(text => double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : double.MaxValue)
                .ThenBy(text => text, StringComparer.Ordinal),
        ];
}
