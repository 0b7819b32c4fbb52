using Research.Results.Metrics;
using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>values.csv: one row a variant, split, seed and target, and one for the mean over targets.</summary>
/// <remarks>
/// Spearman's ρ has 95 % percentile intervals of a bootstrap over items and of one over whole groups (Efron, 1979); a sample in which
/// a side is constant counts as 0.
/// </remarks>
public static class ValuesTable
{
    private const int Decimals = 6;

    /// <param name="groupOf">The group of an item: song, series, artist; the item itself where there is none.</param>
    /// <exception cref="Research.Numerics.ResearchException">A run has no item.</exception>
    public static ResultTable Of(IEnumerable<ValueRun> runs, Func<string, string> groupOf)
    {
        var table = new ResultTable(
            "values",
            [
                .. Column.Texts("variant", "split", "seed", "quantity"),
                .. Column.Counts("items", "groups"),
                .. Column.Numbers(Decimals, MetricName.Spearman, "low_items", "high_items", "low_groups", "high_groups"),
                .. Column.Numbers(Decimals, MetricName.RSquared, MetricName.MeanSquaredError),
            ]
        );
        foreach (ValueRun run in runs)
        {
            Add(table, run, groupOf);
        }

        return table;
    }

    private static void Add(ResultTable table, ValueRun run, Func<string, string> groupOf)
    {
        var ranked = run.Ranked();
        var resampled = Resampled.Of(run.Predictions.Items, groupOf, copies => ValueRun.Correlations(ranked, copies));
        RegressionErrors[] errors = [.. Enumerable.Range(0, run.Targets.Count).Select(run.Errors)];
        string[] names = [.. run.Targets, ValueRun.MeanOfTargets];
        for (int target = 0; target < names.Length; target++)
        {
            table.Add([
                run.Variant,
                run.Split,
                $"{run.Seed}",
                names[target],
                run.Predictions.Items.Count,
                resampled.Groups,
                .. resampled.Cells(target),
                ValueFigures.At(errors, target, of => of.RSquared),
                ValueFigures.At(errors, target, of => of.MeanSquared),
            ]);
        }
    }
}
