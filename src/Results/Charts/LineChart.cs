using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Lines over a number. Rows that agree in X and series are averaged, and their range is a band.</summary>
public sealed record LineChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    public required TitledColumn X { get; init; }

    /// <summary>Columns, a line each; their names are the legend.</summary>
    public required IReadOnlyList<string> Ys { get; init; }

    public required string YTitle { get; init; }

    /// <summary>A column whose values have a line each; null for one line a column.</summary>
    public string? Series { get; init; }

    public bool LogarithmicY { get; init; }

    protected override IEnumerable<string?> Columns => [X.Name, .. Ys, Series];

    internal override Drawing Draw(ChartPanel panel) => LineDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>Lines over a number, with a band where several rows share a point.</summary>
internal static class LineDrawing
{
    private static readonly PlotFrame Frame = new(Width: 420, PlotHeight: 190, Left: 62, Below: 50);

    public static Drawing Of(LineChart chart, ChartRows rows, string title)
    {
        Line[] lines =
        [
            .. from series in rows.Split(chart.Series)
            from column in chart.Ys
            let points = Points(series.Rows, chart, column)
            where points.Count > 0
            select new Line(Name(series.Name, column, chart), points),
        ];
        double[] all = [.. lines.SelectMany(line => line.Points).SelectMany(point => new[] { point.Low, point.High })];
        double[] xs = [.. lines.SelectMany(line => line.Points).Select(point => point.X)];
        if (all.Length == 0)
        {
            throw new ResearchException(
                $"The chart '{chart.Title}' finds no number in column {string.Join(", ", chart.Ys)} of '{chart.Table}'."
            );
        }

        Ticks y = chart.LogarithmicY ? Ticks.Powers(all.Min(), all.Max()) : Ticks.Over(all.Min(), all.Max(), 5);
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, Ticks.Over(xs.Min(), xs.Max(), 6), y);
        Titles.Draw(svg, Frame.Width, title);
        area.DrawAxes(chart.X.Title, chart.YTitle);
        for (int i = 0; i < lines.Length; i++)
        {
            Band(svg, area, lines[i].Points, i);
            svg.Polyline(lines[i].Points.Select(point => (area.X(point.X), area.Y(point.Mean))), Palette.Stroke(i));
            if (lines[i].Points.Count <= 12)
            {
                svg.Path(
                    string.Concat(lines[i].Points.Select(point => Palette.Marker(i, area.X(point.X), area.Y(point.Mean)))),
                    Palette.Fill(i)
                );
            }
        }

        string[] names = [.. lines.Select(line => line.Name)];
        return Frame.Close(svg, names, Sample, title, chart.Says);

        void Sample(int i, double x, double place) => svg.Line(x, place, x + 18, place, Palette.Stroke(i) + " thick");
    }

    private static string Name(string series, string column, LineChart chart)
    {
        string words = column.Replace('_', ' ');
        return series.Length == 0 ? words
            : chart.Ys.Count == 1 ? series
            : $"{series}, {words}";
    }

    private static List<Point> Points(ChartRows rows, LineChart chart, string column)
    {
        var byX = new SortedDictionary<double, List<double>>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows.Number(i, chart.X.Name) is { } x && rows.Number(i, column) is { } y && (!chart.LogarithmicY || y > 0))
            {
                byX.TryAdd(x, []);
                byX[x].Add(chart.LogarithmicY ? PortableMath.Log10(y) : y);
            }
        }

        return [.. byX.Select(pair => new Point(pair.Key, OrderedSum.Mean([.. pair.Value]), pair.Value.Min(), pair.Value.Max()))];
    }

    private static void Band(SvgText svg, PlotArea area, List<Point> points, int series)
    {
        if (points.Any(point => point.High > point.Low))
        {
            IEnumerable<(double, double)> around = points
                .Select(point => (area.X(point.X), area.Y(point.High)))
                .Concat(points.AsEnumerable().Reverse().Select(point => (area.X(point.X), area.Y(point.Low))));
            svg.Path(SvgText.Through(around) + "Z", Palette.Fill(series), 0.18);
        }
    }

    // A logarithmic axis counts in powers, so values, bands and means are logarithms there.
    private readonly record struct Point(double X, double Mean, double Low, double High);

    private sealed record Line(string Name, List<Point> Points);
}
