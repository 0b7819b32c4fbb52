using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>runs.csv: one row a variant, split and seed.</summary>
public static class RunsTable
{
    /// <param name="withRecall">Whether unweighted average recall stands beside accuracy.</param>
    public static ResultTable Of(IEnumerable<ClassRun> runs, bool withRecall = false)
    {
        var table = new ResultTable(
            "runs",
            [
                Column.Text("variant"),
                Column.Text("split"),
                Column.Text("seed"),
                Column.Count("correct"),
                Column.Count("items"),
                Column.Number("accuracy", 6),
                .. withRecall ? new[] { Column.Number("uar", 6) } : [],
            ]
        );
        foreach (ClassRun run in runs)
        {
            table.Add([
                run.Variant,
                run.Split,
                $"{run.Seed}",
                run.Confusion.Correct,
                run.Predictions.Items.Count,
                run.Confusion.Accuracy,
                .. withRecall ? new object?[] { run.Confusion.UnweightedAverageRecall } : [],
            ]);
        }

        return table;
    }
}
