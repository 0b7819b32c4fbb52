using Research.Numerics;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>differences.csv of classes: how much more of the same items one variant recognises than another.</summary>
/// <remarks>
/// The difference of accuracies over the items of all seeds together; seeds may test other items, but both variants the same ones for each. Paired: each sample of the
/// bootstrap holds the same items for both, so an interval above 0 says that the first is better on items (or groups) like these. 95 % percentile intervals (Efron and
/// Tibshirani, 1993, ch. 13).
/// </remarks>
public static class ClassDifferencesTable
{
    /// <param name="name">Of the table, where an experiment has two.</param>
    public static ResultTable New(string name = "differences") =>
        new(
            name,
            [
                .. Column.Texts("variant", "baseline", "split"),
                .. Column.Counts("runs", "items", "groups"),
                .. Column.Numbers(6, "difference", "low_items", "high_items", "low_groups", "high_groups"),
            ]
        );

    /// <summary>Adds a variant compared with a baseline on a split.</summary>
    /// <param name="runs">In which both are found, with the same seeds.</param>
    /// <param name="groupOf">The group of an item: song, series, artist; the item itself where there is none.</param>
    /// <exception cref="ResearchException">One has no run on the split, or they predicted other items.</exception>
    public static void Add(
        ResultTable table,
        IReadOnlyList<ClassRun> runs,
        string split,
        string variant,
        string baseline,
        Func<string, string> groupOf
    )
    {
        Tested[] first = TestedBy(runs, split, variant);
        Tested[] second = TestedBy(runs, split, baseline);
        if (
            !first
                .Select(own => (own.Seed, own.Item, own.Truth))
                .SequenceEqual(second.Select(own => (own.Seed, own.Item, own.Truth)))
        )
        {
            throw new ResearchException(
                $"'{variant}' and '{baseline}' predicted other items or have other seeds on '{split}': only variants on the same split of the same data can be compared in pairs."
            );
        }

        int[] gain = [.. first.Zip(second, (of, than) => (of.IsRight ? 1 : 0) - (than.IsRight ? 1 : 0))];
        var resampled = Resampled.Of(
            [.. first.Select(own => $"{own.Seed}/{own.Item}")],
            named => groupOf(named[(named.IndexOf('/', StringComparison.Ordinal) + 1)..]),
            copies => [Share(gain, copies)]
        );
        table.Add([
            variant,
            baseline,
            split,
            first.Select(own => own.Seed).Distinct().Count(),
            first.Length,
            resampled.Groups,
            .. resampled.Cells(0),
        ]);
    }

    // A sample of groups may hold more items than there are, or fewer.
    private static double Share(int[] gain, int[] copies)
    {
        long sum = 0;
        long items = 0;
        for (int i = 0; i < gain.Length; i++)
        {
            sum += (long)gain[i] * copies[i];
            items += copies[i];
        }

        return (double)sum / Math.Max(1, items);
    }

    private static Tested[] TestedBy(IReadOnlyList<ClassRun> runs, string split, string variant)
    {
        Tested[] own =
        [
            .. runs.Where(run => run.Split == split && run.Variant == variant)
                .OrderBy(run => run.Seed)
                .SelectMany(run => ItemsOf(run.Seed, run.Predictions)),
        ];
        return own.Length > 0
            ? own
            : throw new ResearchException(
                $"No run of '{variant}' on '{split}'; there are: {string.Join("; ", runs.Select(run => $"{run.Variant} on {run.Split}").Distinct())}."
            );
    }

    private static IEnumerable<Tested> ItemsOf(ulong seed, ClassPredictions own) =>
        own.Items.Select((item, i) => new Tested(seed, item, own.Truth[i], own.Predicted[i] == own.Truth[i]));

    private sealed record Tested(ulong Seed, string Item, int Truth, bool IsRight);
}
