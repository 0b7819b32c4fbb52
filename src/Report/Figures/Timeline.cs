using System.Globalization;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>What a run took: a bar a target, beginning when what it is made of is done.</summary>
/// <remarks>Records hold how long each took, not when: the bars stand as they would with a core for each.</remarks>
internal static class Timeline
{
    private const double Width = 420;
    private const double Left = 14;
    private const double Right = 62; // room for the seconds after the longest bar
    private const double Row = 28;

    /// <param name="title">Of the picture.</param>
    /// <param name="costs">By target.</param>
    /// <param name="graph">What is made from what; a target that it does not name comes last.</param>
    public static Drawing Draw(string title, IReadOnlyDictionary<string, TargetCost> costs, IReadOnlyList<GraphTarget> graph)
    {
        Span[] spans = [.. Schedule(costs, graph)];
        double end = spans.Max(span => span.End);
        var svg = new SvgText();
        var area = new PlotArea(
            svg,
            Left,
            Titles.Height,
            Width - Left - Right,
            (Row * spans.Length) + 4,
            Ticks.Over(0, end, 5),
            new Ticks(0, 1, [], [])
        );
        Titles.Draw(svg, Width, title);
        area.DrawAxes("seconds", "");
        for (int i = 0; i < spans.Length; i++)
        {
            double y = Titles.Height + (Row * i);
            (double from, double to) = (area.X(spans[i].Start), area.X(spans[i].End));
            svg.Text(Left + 2, y + 12, FittedText.Short(spans[i].Target, 60), "tick");
            svg.Rectangle(from, y + 15, Math.Max(1, to - from), 9, "f1", 0.7);
            svg.Text(
                Math.Max(from + 1, to) + 5,
                y + 24,
                spans[i].Seconds.ToString("0.0 's'", CultureInfo.InvariantCulture),
                "tick"
            );
        }

        string says = string.Create(
            CultureInfo.InvariantCulture,
            $"{spans.Length} targets; the longest way through them takes {end:0.0} s. Each begins when what it is made of is done, as with a core for each: records hold durations, not moments."
        );
        return new(Width, area.Bottom + 46, title, says, svg.ToString());
    }

    private static IEnumerable<Span> Schedule(IReadOnlyDictionary<string, TargetCost> costs, IReadOnlyList<GraphTarget> graph)
    {
        Dictionary<string, double> ends = [];
        foreach (GraphTarget target in graph.Where(target => costs.ContainsKey(target.Name)))
        {
            double start = target.Upstream.Select(up => ends.GetValueOrDefault(up)).DefaultIfEmpty().Max();
            yield return Add(target.Name, start);
        }

        // Tables and the like, which the graph does not name, each after the target whose name it begins with.
        foreach (string rest in costs.Keys.Where(name => !ends.ContainsKey(name)).Order(StringComparer.Ordinal).ToArray())
        {
            yield return Add(rest, ends.GetValueOrDefault(rest.Split(':')[0]));
        }

        Span Add(string name, double start)
        {
            ends[name] = start + costs[name].Seconds;
            return new(name, start, costs[name].Seconds);
        }
    }

    private sealed record Span(string Target, double Start, double Seconds)
    {
        public double End => Start + Seconds;
    }
}
