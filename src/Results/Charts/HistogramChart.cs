using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Counts or shares in bins, a row a bin.</summary>
public sealed record HistogramChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    public required string Low { get; init; }

    public required string High { get; init; }

    public required string XTitle { get; init; }

    public required TitledColumn Height { get; init; }

    /// <summary>A column whose values have a histogram each, one over the other.</summary>
    public required string Series { get; init; }

    protected override IEnumerable<string?> Columns => [Low, High, Height.Name, Series];

    protected override IEnumerable<string?> Numbers => [Low, High, Height.Name];

    internal override Drawing Draw(ChartPanel panel) => HistogramDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>Histograms laid over one another, filled lightly and outlined.</summary>
internal static class HistogramDrawing
{
    private static readonly PlotFrame Frame = new(Width: 420, PlotHeight: 220, Left: 62, Below: 50);

    public static Drawing Of(HistogramChart chart, ChartRows rows, string title)
    {
        double[] edges =
        [
            .. Enumerable
                .Range(0, rows.Count)
                .SelectMany(i => new[] { rows.Number(i, chart.Low)!.Value, rows.Number(i, chart.High)!.Value }),
        ];
        double highest = Enumerable.Range(0, rows.Count).Max(i => rows.Number(i, chart.Height.Name)!.Value);
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, Ticks.Over(edges.Min(), edges.Max(), 6), Ticks.Over(0, highest, 5));
        Titles.Draw(svg, Frame.Width, title);
        area.DrawAxes(chart.XTitle, chart.Height.Title);
        string[] names = [.. rows.Distinct(chart.Series)];
        for (int series = 0; series < names.Length; series++)
        {
            ChartRows own = rows.With(chart.Series, names[series]);
            string outline = SvgText.Through(Outline(own, chart, area)) + "Z";
            svg.Path(outline, Palette.Fill(series), 0.25);
            svg.Path(outline, Palette.Stroke(series) + " open");
        }

        string[] legend = [.. names.Select(name => $"{chart.Series} {name}")];
        return Frame.Close(svg, legend, Sample, title, chart.Says);

        void Sample(int i, double x, double y) => svg.Rectangle(x, y - 6, 18, 12, $"{Palette.Fill(i)} {Palette.Stroke(i)}", 0.25);
    }

    private static IEnumerable<(double, double)> Outline(ChartRows rows, HistogramChart chart, PlotArea area)
    {
        yield return (area.X(rows.Number(0, chart.Low)!.Value), area.Bottom);
        for (int i = 0; i < rows.Count; i++)
        {
            double y = area.Y(rows.Number(i, chart.Height.Name)!.Value);
            yield return (area.X(rows.Number(i, chart.Low)!.Value), y);
            yield return (area.X(rows.Number(i, chart.High)!.Value), y);
        }

        yield return (area.X(rows.Number(rows.Count - 1, chart.High)!.Value), area.Bottom);
    }
}
