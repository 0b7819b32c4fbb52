using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A point a row; with a third coordinate, seen from a corner.</summary>
public sealed record ScatterChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    public required TitledColumn X { get; init; }

    public required TitledColumn Y { get; init; }

    /// <summary>The third coordinate; null for a flat picture.</summary>
    public TitledColumn? Z { get; init; }

    /// <summary>A column whose values have a colour and a shape each.</summary>
    public required TitledColumn Colour { get; init; }

    protected override IEnumerable<string?> Columns => [X.Name, Y.Name, Colour.Name, Z?.Name];

    protected override IEnumerable<string?> Numbers => [X.Name, Y.Name, Z?.Name];

    internal override Drawing Draw(ChartPanel panel) => ScatterDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>A point a row, flat or in a box seen from a corner; one-letter classes are their own markers.</summary>
internal static class ScatterDrawing
{
    private const double Side = 250;

    private static readonly PlotFrame Frame = new(Width: 420, PlotHeight: Side, Left: 66, Below: 52);

    public static Drawing Of(ScatterChart chart, ChartRows rows, string title)
    {
        string[] classes = [.. rows.Distinct(chart.Colour.Name).Order(StringComparer.Ordinal)];
        bool letters = classes.All(name => name.Length == 1);
        var svg = new SvgText();
        Titles.Draw(svg, Frame.Width, title);
        if (chart.Z is null)
        {
            DrawFlat(svg, chart, rows, classes, letters);
        }
        else
        {
            DrawBox(svg, chart, rows, classes, letters);
        }

        string[] legend = [.. classes.Select(name => $"{chart.Colour.Title} {name}")];
        if (letters)
        {
            svg.Text(Frame.Width / 2, Frame.LegendTop, $"Each sign is its {chart.Colour.Title}.", "tick", "middle");
            return new(Frame.Width, Frame.LegendTop + 12, title, chart.Says, svg.ToString());
        }

        return Frame.Close(svg, legend, Sample, title, chart.Says);

        void Sample(int i, double x, double y) => svg.Path(Palette.Marker(i, x + 9, y), Palette.Fill(i));
    }

    private static void DrawFlat(SvgText svg, ScatterChart chart, ChartRows rows, string[] classes, bool letters)
    {
        double[] xs = Column(rows, chart.X.Name);
        double[] ys = Column(rows, chart.Y.Name);
        PlotArea area = Frame.Area(svg, Ticks.Over(xs.Min(), xs.Max(), 5), Ticks.Over(ys.Min(), ys.Max(), 6));
        area.DrawAxes(chart.X.Title, chart.Y.Title);
        for (int i = 0; i < rows.Count; i++)
        {
            Mark(svg, classes, rows.Text(i, chart.Colour.Name), letters, area.X(xs[i]), area.Y(ys[i]));
        }
    }

    // A cube turned by 35° and tilted by 25°, without perspective; the farthest points first.
    private static void DrawBox(SvgText svg, ScatterChart chart, ChartRows rows, string[] classes, bool letters)
    {
        double[][] unit = [.. new[] { chart.X.Name, chart.Y.Name, chart.Z!.Name }.Select(column => Unit(Column(rows, column)))];
        for (int k = 0; k < 8; k++)
        {
            for (int bit = 1; bit < 8; bit *= 2)
            {
                if ((k & bit) == 0)
                {
                    (double ax, double ay, _) = Turned(Corner(k));
                    (double bx, double by, _) = Turned(Corner(k | bit));
                    svg.Line(ax, ay, bx, by, k == 0 ? "axis" : "grid");
                }
            }
        }

        Ends(svg, Column(rows, chart.X.Name), (-1, -1, -1), (1, -1, -1), 8, 14);
        Ends(svg, Column(rows, chart.Y.Name), (-1, -1, -1), (-1, 1, -1), -8, 14);
        Ends(svg, Column(rows, chart.Z!.Name), (-1, 1, -1), (-1, 1, 1), -18, 4);
        Name(svg, chart.X.Title, (0, -1, -1), 22, 24);
        Name(svg, chart.Y.Title, (-1, 0, -1), -22, 24);
        Name(svg, chart.Z!.Title, (-1, 1, 0), -10, 0, -90);
        foreach (
            var item in Enumerable
                .Range(0, rows.Count)
                .Select(i => (i, At: Turned((unit[0][i], unit[1][i], unit[2][i]))))
                .OrderBy(item => item.At.Depth)
                .ThenBy(item => item.i)
        )
        {
            Mark(svg, classes, rows.Text(item.i, chart.Colour.Name), letters, item.At.X, item.At.Y);
        }
    }

    // The lowest and the highest value, at the ends of an edge.
    private static void Ends(
        SvgText svg,
        double[] values,
        (double, double, double) low,
        (double, double, double) high,
        double across,
        double down
    )
    {
        foreach (((double, double, double) corner, double value) in new[] { (low, values.Min()), (high, values.Max()) })
        {
            (double x, double y, _) = Turned(corner);
            svg.Text(
                x + across,
                y + down,
                value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
                "tick",
                across > 0 ? "start" : "end"
            );
        }
    }

    // Beside the middle of an edge.
    private static void Name(
        SvgText svg,
        string title,
        (double, double, double) middle,
        double across,
        double down,
        double turn = 0
    )
    {
        (double x, double y, _) = Turned(middle);
        svg.Text(x + across, y + down, title, "label", "middle", turn);
    }

    private static (double, double, double) Corner(int k) =>
        ((k & 1) == 0 ? -1 : 1, (k & 2) == 0 ? -1 : 1, (k & 4) == 0 ? -1 : 1);

    private static (double X, double Y, double Depth) Turned((double X, double Y, double Z) point)
    {
        const double size = 88;
        (double cosTurn, double sinTurn) = (0.8192, 0.5736);
        (double cosTilt, double sinTilt) = (0.9063, 0.4226);
        double across = (point.X * cosTurn) - (point.Y * sinTurn);
        double away = (point.X * sinTurn) + (point.Y * cosTurn);
        double up = (point.Z * cosTilt) + (away * sinTilt);
        return ((Frame.Width / 2) + (size * across), PlotFrame.Top + (Side / 2) + 10 - (size * up), -away);
    }

    private static void Mark(SvgText svg, string[] classes, string name, bool letters, double x, double y)
    {
        int series = Array.IndexOf(classes, name);
        if (letters)
        {
            svg.Text(x, y + 4, name, $"mark {Palette.Fill(series)}", "middle");
        }
        else
        {
            svg.Path(Palette.Marker(series, x, y), Palette.Fill(series), 0.85);
        }
    }

    private static double[] Column(ChartRows rows, string column) =>
        [
            .. Enumerable
                .Range(0, rows.Count)
                .Select(i =>
                    rows.Number(i, column) ?? throw new ResearchException($"Row {i + 1} has no number in column {column}.")
                ),
        ];

    private static double[] Unit(double[] values)
    {
        (double low, double high) = (values.Min(), values.Max());
        return [.. values.Select(value => high > low ? (2 * (value - low) / (high - low)) - 1 : 0)];
    }
}
