using System.Globalization;
using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Bars lying on their side, each below its name, with intervals and the published figures.</summary>
internal static class BarDrawing
{
    private const double Width = 420;
    private const double Left = 14;
    private const double Right = 52; // room for the value at the end of the longest bar
    private const double Top = Titles.Height;
    private const int Letters = 62;
    private const double LineHeight = 14;
    private const double BarRoom = 18;
    private const int MostShown = 14;

    public static Drawing Of(BarChart chart, ChartRows rows, string title)
    {
        Bar[] bars = [.. Enumerable.Range(0, rows.Count).Select(i => Bar.Of(chart, rows, i, Letters))];
        double[] heights = [.. bars.Select(bar => (bar.Lines.Count * LineHeight) + BarRoom)];
        double plot = OrderedSum.Of(heights) + 4;
        BarAxis axis = BarAxis.Of(bars);
        var svg = new SvgText();
        var area = new PlotArea(svg, Left, Top, Width - Left - Right, plot, axis.Ticks, new Ticks(0, 1, [], []));
        Titles.Draw(svg, Width, title);
        foreach (double value in axis.Ticks.Values)
        {
            svg.Line(area.X(value), Top, area.X(value), area.Bottom, "grid");
        }

        area.DrawAxes(chart.Value.Title, "");
        double y = Top;
        for (int i = 0; i < bars.Length; i++)
        {
            DrawBar(svg, area, bars[i], axis, y);
            y += heights[i];
        }

        double below = area.Bottom + 56;
        string[] legend = [.. Explanation(bars, axis)];
        Legend.Draw(svg, Left, below, Width - Left, legend, (i, left, place) => Sample(svg, legend[i], axis, left, place));
        return new(Width, below + Legend.HeightOf(legend, Width - Left), title, chart.Says, svg.ToString())
        {
            Summary = bars.Length > MostShown ? Summary(bars) : null,
        };
    }

    private static string Summary(Bar[] bars)
    {
        Bar lowest = bars.MinBy(bar => bar.Value)!;
        Bar highest = bars.MaxBy(bar => bar.Value)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bars.Length} bars, from {Written(lowest.Value)} ({lowest.Name}) to {Written(highest.Value)} ({highest.Name})"
        );
    }

    // Millions are shortened, as there is no room for their digits beside the longest bar.
    private static string Written(double value) =>
        Math.Abs(value) switch
        {
            < 10 => value.ToString("0.000", CultureInfo.InvariantCulture),
            < 1e4 => value.ToString("0.0", CultureInfo.InvariantCulture),
            < 1e6 => value.ToString("#,0", CultureInfo.InvariantCulture),
            _ => (value / 1e6).ToString("0.00 M", CultureInfo.InvariantCulture),
        };

    private static void DrawBar(SvgText svg, PlotArea area, Bar bar, BarAxis axis, double top)
    {
        for (int line = 0; line < bar.Lines.Count; line++)
        {
            svg.Text(Left + 2, top + 12 + (line * LineHeight), bar.Lines[line], "tick");
        }

        double middle = top + (bar.Lines.Count * LineHeight) + (BarRoom / 2);
        (double from, double to) = (area.X(Math.Min(axis.Zero, bar.Value)), area.X(Math.Max(axis.Zero, bar.Value)));
        if (axis.BeginsAtZero)
        {
            svg.Rectangle(from, middle - 5, to - from, 10, Palette.Fill(0), 0.55);
        }

        double end = to;
        if (bar is { Low: { } low, High: { } high })
        {
            (double left, double right) = (area.X(Math.Max(low, axis.Ticks.Low)), area.X(Math.Min(high, axis.Ticks.High)));
            svg.Line(left, middle, right, middle, "whisker");
            svg.Line(left, middle - 4, left, middle + 4, "whisker");
            svg.Line(right, middle - 4, right, middle + 4, "whisker");
            end = Math.Max(end, right);
        }

        if (!axis.BeginsAtZero)
        {
            svg.Path(Palette.Marker(0, to, middle), Palette.Fill(0));
            end = Math.Max(end, to + 5);
        }

        if (bar.Published is { } published)
        {
            svg.Path(Palette.Marker(3, area.X(published), middle), Palette.Fill(1));
            end = Math.Max(end, area.X(published) + 6);
        }

        svg.Text(end + 6, middle + 4, Written(bar.Value), "tick");
    }

    private static IEnumerable<string> Explanation(Bar[] bars, BarAxis axis)
    {
        yield return Ours;
        if (bars.Any(bar => bar.Low is not null))
        {
            yield return Interval;
        }

        if (bars.Any(bar => bar.Published is not null))
        {
            yield return PublishedWords;
        }

        if (!axis.BeginsAtZero)
        {
            yield return $"the axis begins at {axis.Ticks.Labels[0]}, not at 0";
        }
    }

    private const string Ours = "ours";
    private const string Interval = "95 % interval";
    private const string PublishedWords = "published";

    private static void Sample(SvgText svg, string what, BarAxis axis, double x, double y)
    {
        switch (what)
        {
            case Ours when axis.BeginsAtZero:
                svg.Rectangle(x, y - 6, 18, 12, Palette.Fill(0), 0.55);
                break;
            case Ours:
                svg.Path(Palette.Marker(0, x + 9, y), Palette.Fill(0));
                break;
            case Interval:
                svg.Line(x, y, x + 18, y, "whisker");
                break;
            case PublishedWords:
                svg.Path(Palette.Marker(3, x + 9, y), Palette.Fill(1));
                break;
            default:
                svg.Line(x + 9, y - 7, x + 9, y + 7, "axis");
                break;
        }
    }
}
