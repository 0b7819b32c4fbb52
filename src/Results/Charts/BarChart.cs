using System.Globalization;
using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>A bar a row with its interval, and a mark where a study published a figure.</summary>
public sealed record BarChart : Chart
{
    /// <summary>Columns that together name a bar.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required TitledColumn Value { get; init; }

    /// <summary>Lower end of the interval; null for none.</summary>
    public string? Low { get; init; }

    public string? High { get; init; }

    /// <summary>The published figure; null for none.</summary>
    public string? Published { get; init; }

    /// <summary>Accuracies over the seeds, from the summary: what nearly every experiment has.</summary>
    public static BarChart Accuracies(string says, string? split) =>
        new()
        {
            Table = "summary",
            Title = split is null ? "Accuracy" : $"Accuracy, {split}",
            Says = says,
            Where = split is null
                ? new Dictionary<string, string> { ["metric"] = "accuracy" }
                : new Dictionary<string, string> { ["metric"] = "accuracy", ["split"] = split },
            Labels = split is null ? ["variant", "split"] : ["variant"],
            Value = new("mean", "accuracy"),
            Low = "low",
            High = "high",
            Published = "published",
        };

    protected override IEnumerable<string?> Columns => [.. Labels, Value.Name, Low, High, Published];

    internal override Drawing Draw(ChartPanel panel) => BarDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>Bars lying on their side, with intervals and the published figures.</summary>
internal static class BarDrawing
{
    private const double Width = 760;
    private const double Left = 300;
    private const double Top = Titles.Height;
    private const int Letters = 46;
    private const double LineHeight = 14;

    public static Drawing Of(BarChart chart, ChartRows rows, string title)
    {
        Bar[] bars = [.. Enumerable.Range(0, rows.Count).Select(i => Of(chart, rows, i)).OfType<Bar>()];
        if (bars.Length == 0)
        {
            throw new ResearchException(
                $"The chart '{chart.Title}' finds no number in column {chart.Value.Name} of '{chart.Table}'."
            );
        }

        double highest = bars.Max(bar => Math.Max(bar.Value, Math.Max(bar.High ?? 0, bar.Published ?? 0)));
        double lowest = Math.Min(0, bars.Min(bar => Math.Min(bar.Value, bar.Low ?? 0)));
        double[] heights = [.. bars.Select(bar => (bar.Label.Count * LineHeight) + 8)];
        double plot = OrderedSum.Of(heights);
        Ticks x = Ticks.Over(lowest, highest, 6);
        var svg = new SvgText();
        var area = new PlotArea(svg, Left, Top, Width - Left - 60, plot, x, new Ticks(0, 1, [], []));
        Titles.Draw(svg, Width, title);
        foreach (double value in x.Values)
        {
            svg.Line(area.X(value), Top, area.X(value), area.Bottom, "grid");
        }

        area.DrawAxes(chart.Value.Title, "");
        double y = Top;
        for (int i = 0; i < bars.Length; i++)
        {
            DrawBar(svg, area, bars[i], y, heights[i]);
            y += heights[i];
        }

        double below = area.Bottom + 56;
        string[] legend = Explanation(bars);
        Legend.Draw(svg, Left, below, Width - Left, legend, (i, left, place) => Sample(svg, legend[i], left, place));
        return new(Width, below + Legend.HeightOf(legend, Width - Left), title, chart.Says, svg.ToString());
    }

    private static Bar? Of(BarChart chart, ChartRows rows, int row)
    {
        if (rows.Number(row, chart.Value.Name) is not { } value)
        {
            return null;
        }

        string label = string.Join(", ", chart.Labels.Select(column => rows.Text(row, column)).Where(text => text.Length > 0));
        return new(
            FittedText.Wrapped(label, Letters, 3),
            value,
            chart.Low is null ? null : rows.Number(row, chart.Low),
            chart.High is null ? null : rows.Number(row, chart.High),
            chart.Published is null ? null : rows.Number(row, chart.Published)
        );
    }

    private static void DrawBar(SvgText svg, PlotArea area, Bar bar, double top, double height)
    {
        double middle = top + (height / 2);
        for (int line = 0; line < bar.Label.Count; line++)
        {
            double y = middle + 4 + ((line - ((bar.Label.Count - 1) / 2.0)) * LineHeight);
            svg.Text(Left - 8, y, bar.Label[line], "tick", "end");
        }

        (double from, double to) = (area.X(Math.Min(0, bar.Value)), area.X(Math.Max(0, bar.Value)));
        svg.Rectangle(from, middle - 6, to - from, 12, Palette.Fill(0), 0.55);
        double end = to;
        if (bar is { Low: { } low, High: { } high })
        {
            svg.Line(area.X(low), middle, area.X(high), middle, "whisker");
            svg.Line(area.X(low), middle - 4, area.X(low), middle + 4, "whisker");
            svg.Line(area.X(high), middle - 4, area.X(high), middle + 4, "whisker");
            end = Math.Max(end, area.X(high));
        }

        if (bar.Published is { } published)
        {
            svg.Path(Palette.Marker(3, area.X(published), middle), Palette.Fill(1));
            end = Math.Max(end, area.X(published) + 6);
        }

        svg.Text(
            end + 6,
            middle + 4,
            bar.Value.ToString(Math.Abs(bar.Value) < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture),
            "tick"
        );
    }

    private static string[] Explanation(Bar[] bars) =>
        [
            .. new[]
            {
                (Words: Ours, Shown: true),
                (Words: Interval, Shown: bars.Any(bar => bar.Low is not null)),
                (Words: PublishedWords, Shown: bars.Any(bar => bar.Published is not null)),
            }
                .Where(item => item.Shown)
                .Select(item => item.Words),
        ];

    private const string Ours = "ours";
    private const string Interval = "95 % interval";
    private const string PublishedWords = "published";

    private static void Sample(SvgText svg, string what, double x, double y)
    {
        switch (what)
        {
            case Ours:
                svg.Rectangle(x, y - 6, 18, 12, Palette.Fill(0), 0.55);
                break;
            case Interval:
                svg.Line(x, y, x + 18, y, "whisker");
                break;
            default:
                svg.Path(Palette.Marker(3, x + 9, y), Palette.Fill(1));
                break;
        }
    }

    private sealed record Bar(IReadOnlyList<string> Label, double Value, double? Low, double? High, double? Published);
}
