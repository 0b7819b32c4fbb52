using Research.Numerics;
using Research.Results.Statistics;
using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>differences.csv: how much better one variant ranks the same items than another, target by target and on the mean over targets.</summary>
/// <remarks>
/// The difference of Spearman's ρ, each the mean over the variant's seeds. Paired: each sample of the bootstrap holds the same items for
/// both variants and all seeds, so an interval above 0 says that the first is better on items (or groups) like these. 95 % percentile
/// intervals (Efron and Tibshirani, 1993, ch. 13).
/// </remarks>
public static class DifferencesTable
{
    public static ResultTable New() =>
        new(
            "differences",
            [
                .. Column.Texts("variant", "baseline", "split", "quantity"),
                .. Column.Counts("runs", "baseline_runs", "items", "groups"),
                .. Column.Numbers(6, "difference", "low_items", "high_items", "low_groups", "high_groups"),
            ]
        );

    /// <summary>Adds a variant compared with a baseline on a split.</summary>
    /// <param name="runs">In which both are found, each with a seed or more.</param>
    /// <param name="groupOf">The group of an item: song, series, artist; the item itself where there is none.</param>
    /// <exception cref="ResearchException">One has no run on the split, or they predicted other items or targets.</exception>
    public static void Add(
        ResultTable table,
        IReadOnlyList<ValueRun> runs,
        string split,
        string variant,
        string baseline,
        Func<string, string> groupOf
    )
    {
        ValueRun[] first = RunsOf(runs, split, variant);
        ValueRun[] second = RunsOf(runs, split, baseline);
        CheckSame(first[0], [.. first, .. second]);
        Resampled resampled = Compare(first, second, groupOf);
        string[] names = [.. first[0].Targets, ValueRun.MeanOfTargets];
        for (int target = 0; target < names.Length; target++)
        {
            table.Add([
                variant,
                baseline,
                split,
                names[target],
                first.Length,
                second.Length,
                first[0].Predictions.Items.Count,
                resampled.Groups,
                .. resampled.Cells(target),
            ]);
        }
    }

    private static Resampled Compare(ValueRun[] first, ValueRun[] second, Func<string, string> groupOf)
    {
        RankedPairs[][] ofFirst = [.. first.Select(run => run.Ranked())];
        RankedPairs[][] ofSecond = [.. second.Select(run => run.Ranked())];
        return Resampled.Of(
            first[0].Predictions.Items,
            groupOf,
            copies => [.. Mean(ofFirst, copies).Zip(Mean(ofSecond, copies), (of, than) => of - than)]
        );
    }

    // Of each target, over the seeds.
    private static double[] Mean(RankedPairs[][] runs, int[] copies)
    {
        double[][] correlations = [.. runs.Select(ranked => ValueRun.Correlations(ranked, copies))];
        return
        [
            .. Enumerable
                .Range(0, correlations[0].Length)
                .Select(target => OrderedSum.Mean([.. correlations.Select(run => run[target])])),
        ];
    }

    private static ValueRun[] RunsOf(IReadOnlyList<ValueRun> runs, string split, string variant)
    {
        ValueRun[] own = [.. runs.Where(run => run.Split == split && run.Variant == variant)];
        return own.Length > 0
            ? own
            : throw new ResearchException(
                $"No run of '{variant}' on '{split}'; there are: {string.Join("; ", runs.Select(run => $"{run.Variant} on {run.Split}").Distinct())}."
            );
    }

    private static void CheckSame(ValueRun first, ValueRun[] all)
    {
        foreach (ValueRun run in all)
        {
            if (
                !run.Predictions.Items.SequenceEqual(first.Predictions.Items)
                || !run.Targets.SequenceEqual(first.Targets)
                || !run.Predictions.Truth.Zip(first.Predictions.Truth).All(pair => pair.First.SequenceEqual(pair.Second))
            )
            {
                throw new ResearchException(
                    $"'{run.Variant}' with seed {run.Seed} predicted other items or targets than '{first.Variant}' with seed {first.Seed}: "
                        + "only variants on the same split of the same data can be compared in pairs."
                );
            }
        }
    }
}
