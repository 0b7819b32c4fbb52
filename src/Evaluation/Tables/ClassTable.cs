using Research.Results.Metrics;
using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>classes.csv: precision, recall and F1 of every class.</summary>
public static class ClassTable
{
    /// <param name="runs">Those that are shown, such as the first seed's.</param>
    public static ResultTable Of(IEnumerable<ClassRun> runs)
    {
        var table = new ResultTable(
            "classes",
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("class"),
            Column.Number("precision", 6),
            Column.Number("recall", 6),
            Column.Number("f1", 6),
            Column.Count("support")
        );
        foreach (ClassRun run in runs)
        {
            ConfusionMatrix m = run.Confusion;
            for (int c = 0; c < run.Predictions.Classes.Count; c++)
            {
                table.Add(run.Variant, run.Split, run.Predictions.Classes[c], m.Precision(c), m.Recall(c), m.F1(c), m.Support(c));
            }
        }

        return table;
    }
}
