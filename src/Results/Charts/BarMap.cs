using System.Globalization;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Bars of two labels as a map: a row a value of the first labels, each below its name, a column a value of the last.</summary>
/// <remarks>Rows that have the same columns stand together below the names of those, so that two corpora with their own speakers share no empty cells.</remarks>
internal static class BarMap
{
    private const int FewestBars = 12;
    private const int MostColumns = 16;
    private const int MostShown = 14;
    private const double Width = 420;
    private const double Left = 6;
    private const double Line = 15;
    private const double Cell = 20;
    private const double Faintest = 0.08;
    private const double Span = 0.72;

    public static bool Suits(BarChart chart, ChartRows rows)
    {
        if (chart.Labels.Count < 2 || chart.Low is not null || chart.Published is not null || rows.Count < FewestBars)
        {
            return false;
        }

        MapRow[] mapped = RowsOf(chart, rows);
        return mapped.All(row => row.Columns.Count is > 1 and <= MostColumns);
    }

    public static Drawing Of(BarChart chart, ChartRows rows, string title)
    {
        MapRow[] mapped = RowsOf(chart, rows);
        double[] known = [.. mapped.SelectMany(row => row.Means)];
        (double low, double high) = (known.Min(), known.Max());
        var svg = new SvgText();
        Titles.Draw(svg, Width, title);
        double y = Titles.Height;
        string shown = "";
        foreach (MapRow row in mapped)
        {
            if (row.ColumnsText != shown)
            {
                y = DrawColumns(svg, row.Columns, y);
                shown = row.ColumnsText;
            }

            y = DrawRow(svg, row, low, high, y);
        }

        ColourScale.Draw(
            svg,
            Left,
            y + 10,
            Width - (2 * Left),
            Shade,
            (Written(low), Written(high)),
            $"{chart.Value.Title}{(rows.Count > known.Length ? ", means of the runs" : "")}"
        );
        string says = string.Create(CultureInfo.InvariantCulture, $"{chart.Says} Lowest {low:0.000}, highest {high:0.000}.");
        return new(Width, y + 10 + ColourScale.Height, title, says, svg.ToString())
        {
            Summary = mapped.Length > MostShown ? Summary(mapped) : null,
        };
    }

    // In the order of the table; those that share their columns one after another.
    private static MapRow[] RowsOf(BarChart chart, ChartRows rows)
    {
        string last = chart.Labels[^1];
        MapRow[] mapped = [.. Named(chart, rows).Select(group => MapRow.Of(group.Name, group.Rows, last, chart.Value.Name))];
        return [.. mapped.GroupBy(row => row.ColumnsText).SelectMany(group => group)];
    }

    private static IEnumerable<(string Name, ChartRows Rows)> Named(BarChart chart, ChartRows rows)
    {
        IEnumerable<(string Name, ChartRows Rows)> groups = [("", rows)];
        foreach (string label in chart.Labels.SkipLast(1))
        {
            groups = groups.SelectMany(group =>
                group.Rows.Split(label).Select(part => (string.Join(", ", Words(group.Name, part.Name)), part.Rows))
            );
        }

        return groups;
    }

    private static IEnumerable<string> Words(params IEnumerable<string> words) => words.Where(word => word.Length > 0);

    private static double DrawColumns(SvgText svg, IReadOnlyList<string> columns, double y)
    {
        double wide = (Width - (2 * Left)) / columns.Count;
        for (int c = 0; c < columns.Count; c++)
        {
            svg.Text(Left + (wide * (c + 0.5)), y + 12, FittedText.Short(columns[c], (int)(wide / 6.4)), "label", "middle");
        }

        return y + Line + 3;
    }

    private static double DrawRow(SvgText svg, MapRow row, double low, double high, double y)
    {
        svg.Text(Left, y + 11, FittedText.Short(row.Name, (int)((Width - (2 * Left)) / 6)), "tick");
        double wide = (Width - (2 * Left)) / row.Columns.Count;
        for (int c = 0; c < row.Columns.Count; c++)
        {
            (double x, double top) = (Left + (wide * c), y + Line);
            (string fill, double opacity) = Shade(high > low ? (row.Means[c] - low) / (high - low) : 0);
            svg.Rectangle(x, top, wide, Cell, "cell");
            svg.Rectangle(x, top, wide, Cell, fill, opacity);
            svg.Text(x + (wide / 2), top + (Cell / 2) + 4, Written(row.Means[c]), "in", "middle");
        }

        return y + Line + Cell + 3;
    }

    private static (string Fill, double Opacity) Shade(double share) => ("h1", Faintest + (Span * share));

    private static string Written(double value) =>
        value.ToString(Math.Abs(value) < 1 ? ".00" : "0.0", CultureInfo.InvariantCulture);

    private static string Summary(MapRow[] rows)
    {
        MapRow best = rows.MaxBy(row => row.Mean)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"A map of {rows.Length} rows; the highest mean, {best.Mean:0.000}, has {best.Name}"
        );
    }
}
