using System.Globalization;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>What a run took: a bar a target, beginning when what it is made of is done. The trials of an experiment are one bar, and the parts of a feature set; of very many, the longest are drawn.</summary>
/// <remarks>Records hold how long each took, not when: the bars stand as they would with a core for each.</remarks>
internal static class Timeline
{
    private const double Width = 420;
    private const double Left = 14;
    private const double Right = 62; // room for the seconds after the longest bar
    private const double Row = 28;
    private const int MostRows = 40;

    /// <param name="title">Of the picture.</param>
    /// <param name="costs">By target.</param>
    /// <param name="graph">What is made from what; a target that it does not name comes last.</param>
    public static Drawing Draw(string title, IReadOnlyDictionary<string, TargetCost> costs, IReadOnlyList<GraphTarget> graph)
    {
        Span[] all = [.. Schedule(Groups(costs), graph)];
        Span[] spans = Longest(all);
        double end = all.Max(span => span.End);
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
            svg.Text(Left + 2, y + 12, FittedText.Short(spans[i].Name, 60), "tick");
            svg.Rectangle(from, y + 15, Math.Max(1, to - from), 9, "f1", 0.7);
            svg.Text(Math.Max(from + 1, to) + 5, y + 24, Told(spans[i]), "tick");
        }

        string says = string.Create(
            CultureInfo.InvariantCulture,
            $"{costs.Count} targets; the longest way through them takes {end:0.0} s. Each begins when what it is made of is done, as with a core for each: records hold durations, not moments.{LeftOut(all.Length - spans.Length)}"
        );
        return new(Width, area.Bottom + 46, title, says, svg.ToString());
    }

    private static string LeftOut(int rows) =>
        rows == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {rows} shorter bars are left out.");

    private static string Told(Span span) =>
        span.Group.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.Group.Longest:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"≤ {span.Group.Longest:0.0} s");

    // In the order in which they begin.
    private static Span[] Longest(Span[] all)
    {
        HashSet<Span> drawn = [.. all.OrderByDescending(span => span.Group.Longest).Take(MostRows)];
        return [.. all.Where(drawn.Contains)];
    }

    // Digits.Lstm/3 is one of "Digits.Lstm, 12 trials", features:many:mfcc/3 of "features:many:mfcc, 50 parts".
    private static Group[] Groups(IReadOnlyDictionary<string, TargetCost> costs) =>
        [
            .. costs
                .GroupBy(cost =>
                    cost.Key.Contains('/', StringComparison.Ordinal) ? cost.Key[..(cost.Key.LastIndexOf('/') + 1)] : cost.Key
                )
                .Select(group => new Group(group.Key, group.Count(), group.Max(cost => cost.Value.Seconds))),
        ];

    private static IEnumerable<Span> Schedule(Group[] groups, IReadOnlyList<GraphTarget> graph)
    {
        var left = groups.ToDictionary(group => group.Key);
        Dictionary<string, double> ends = [];
        foreach (GraphTarget target in graph)
        {
            double start = target.Upstream.Select(up => ends.GetValueOrDefault(up)).DefaultIfEmpty().Max();
            if (left.Remove(target.Name + "/", out Group? inner)) // its trials or its parts, before itself
            {
                yield return new(inner, start);
                start += inner.Longest;
            }

            if (left.Remove(target.Name, out Group? own))
            {
                ends[target.Name] = start + own.Longest;
                yield return new(own, start);
            }
        }

        // Tables and the like, which the graph does not name, each after the target whose name it begins with.
        foreach (Group rest in left.Values.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new(rest, ends.GetValueOrDefault(rest.Key.Split(':')[0]));
        }
    }

    private sealed record Group(string Key, int Count, double Longest);

    private sealed record Span(Group Group, double Start)
    {
        public double End => Start + Group.Longest;

        public string Name =>
            !Group.Key.EndsWith('/')
                ? Group.Key
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Group.Key[..^1]}, {Group.Count} {(Group.Key.StartsWith("features:", StringComparison.Ordinal) ? "parts" : "trials")}"
                );
    }
}
