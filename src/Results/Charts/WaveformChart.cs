using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A waveform, as the lowest and the highest sample of each slice of time, and a weight a slice over it.</summary>
public sealed record WaveformChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>Middle of each slice, seconds.</summary>
    public required string Seconds { get; init; }

    public required string Low { get; init; }

    public required string High { get; init; }

    public required TitledColumn Weight { get; init; }

    protected override IEnumerable<string?> Columns => [Seconds, Low, High, Weight.Name];

    protected override IEnumerable<string?> Numbers => [Seconds, Low, High, Weight.Name];

    internal override Drawing Draw(ChartPanel panel) => WaveformDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>A waveform in grey, and over it the weight of each slice of time.</summary>
internal static class WaveformDrawing
{
    private const double Width = 420;
    private const double PlotHeight = 160;
    private const double Left = 62;
    private const double Right = 64;
    private const double Top = Titles.Height;
    private const double Below = 50;

    public static Drawing Of(WaveformChart chart, ChartRows rows, string title)
    {
        double[] seconds = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Number(i, chart.Seconds)!.Value)];
        double[] weights = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Number(i, chart.Weight.Name)!.Value)];
        double[] low = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Number(i, chart.Low)!.Value)];
        double[] high = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Number(i, chart.High)!.Value)];
        double most = Math.Max(1e-3, Math.Max(high.Max(), -low.Min()));
        double width = Width - Left - Right;
        var x = Ticks.Over(seconds.Min(), seconds.Max(), 6);
        var amplitude = new Ticks(-most, most, [0], ["0"]);
        var weight = Ticks.Over(0, weights.Max(), 4);
        var svg = new SvgText();
        var wave = new PlotArea(svg, Left, Top, width, PlotHeight, x, amplitude);
        var line = new PlotArea(svg, Left, Top, width, PlotHeight, x, weight);
        Titles.Draw(svg, Width, title);
        wave.DrawAxes("seconds", "waveform");
        IEnumerable<(double, double)> outline = seconds
            .Select((time, i) => (wave.X(time), wave.Y(high[i])))
            .Concat(seconds.Select((time, i) => (wave.X(time), wave.Y(low[i]))).Reverse());
        svg.Path(SvgText.Through(outline) + "Z", Palette.Fill(7), 0.3);
        svg.Polyline(seconds.Select((time, i) => (line.X(time), line.Y(weights[i]))), Palette.Stroke(1));
        for (int i = 0; i < weight.Values.Count; i++)
        {
            svg.Text(line.Right + 6, line.Y(weight.Values[i]) + 4, weight.Labels[i], "tick");
        }

        svg.Text(Width - 6, Top + (PlotHeight / 2), chart.Weight.Title, "label", "middle", -90);
        return new(Width, Top + PlotHeight + Below, title, chart.Says, svg.ToString());
    }
}
