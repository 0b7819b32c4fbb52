using Research.Numerics;
using Research.Results.Statistics;

namespace Research.Evaluation.Tables;

/// <summary>Statistics of items, with their bootstrap intervals over items and over whole groups (songs, series, artists).</summary>
/// <param name="Groups">How many there are.</param>
/// <param name="Values">Of the items as they are.</param>
/// <param name="OverItems">95 %, one a statistic.</param>
/// <param name="OverGroups">95 %, one a statistic; null of one group, which tells nothing of others.</param>
public sealed record Resampled(int Groups, double[] Values, Interval[] OverItems, Interval[]? OverGroups)
{
    /// <param name="items">Ids.</param>
    /// <param name="groupOf">The group of an item.</param>
    /// <param name="statistics">From how often each item is in a sample to the statistics.</param>
    /// <exception cref="ResearchException">There is no item.</exception>
    public static Resampled Of(IReadOnlyList<string> items, Func<string, string> groupOf, Func<int[], double[]> statistics)
    {
        if (items.Count == 0)
        {
            throw new ResearchException("No item was predicted: intervals need one or more. Look at the split.");
        }

        string[] groups = [.. items.Select(groupOf)];
        var places = groups
            .Distinct()
            .Select((group, place) => (group, place))
            .ToDictionary(pair => pair.group, pair => pair.place);
        return new(
            places.Count,
            statistics([.. Enumerable.Repeat(1, items.Count)]),
            Bootstrap.OverUnits([.. Enumerable.Range(0, items.Count)], statistics, IntervalSettings.Standard),
            places.Count > 1
                ? Bootstrap.OverUnits([.. groups.Select(group => places[group])], statistics, IntervalSettings.Standard)
                : null
        );
    }

    /// <summary>Cells of a table: a statistic, then low and high over items, then over groups.</summary>
    public object?[] Cells(int statistic) =>
        [
            Values[statistic],
            OverItems[statistic].Low,
            OverItems[statistic].High,
            OverGroups?[statistic].Low,
            OverGroups?[statistic].High,
        ];
}
