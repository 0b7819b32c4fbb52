using System.Globalization;
using Research.Report.Claims;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>Every published figure against ours: those between 0.01 and 1 on even axes, the others on logarithmic ones.</summary>
internal static class ClaimPlot
{
    private const double Least = 0.01;

    /// <summary>A picture for each of the two that has a figure.</summary>
    public static IReadOnlyList<Drawing> Draw(IReadOnlyList<ClaimRow> rows)
    {
        ClaimRow[] drawn = [.. rows.Where(row => row is { Outcome: not null, Pair: { Published: > 0, Ours: > 0 } })];
        ILookup<bool, ClaimRow> even = drawn.ToLookup(IsEven);
        return [.. new[] { true, false }.Where(key => even[key].Any()).Select(key => Plot([.. even[key]], key).Draw())];
    }

    /// <summary>Figures that cannot be drawn, as ours is not known or one of the two is not positive.</summary>
    public static int NotDrawn(IReadOnlyList<ClaimRow> rows) =>
        rows.Count(row => row is not { Outcome: not null, Pair: { Published: > 0, Ours: > 0 } });

    private static bool IsEven(ClaimRow row) =>
        row.Pair is { } pair && Math.Min(pair.Published, pair.Ours) >= Least && Math.Max(pair.Published, pair.Ours) <= 1;

    private static IdentityPlot Plot(ClaimRow[] rows, bool even)
    {
        Dictionary<Outcome, PlotGroup> groups = ClaimRows
            .CountsOf(rows)
            .ToDictionary(item => item.Outcome, item => Group(item.Outcome, item.Count));
        return new()
        {
            Title = even ? "Accuracies, shares, losses: 0.01 to 1" : "Hertz, counts, small errors: powers of ten",
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"{rows.Length} published figures, ours above each; on the line both are the same. {ClaimRows.Counts(rows)}."
            ),
            XTitle = "published",
            YTitle = "ours",
            Logarithmic = !even,
            Groups = [.. groups.Values],
            Points = [.. rows.OrderBy(row => row.Outcome).Select(row => Point(row, groups[row.Outcome!.Value]))],
        };
    }

    private static PlotPoint Point(ClaimRow row, PlotGroup group) =>
        new(row.Pair!.Value.Published, row.Pair.Value.Ours, group, row.Anchor, row.Line);

    private static PlotGroup Group(Outcome outcome, int count) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{count} {outcome.Words()}"),
            $"o-{outcome.Style()}",
            outcome switch
            {
                Outcome.Reproduced => 0,
                Outcome.Better => 2,
                Outcome.Worse => 4,
                Outcome.OtherData => 1,
                _ => 3,
            }
        );
}
