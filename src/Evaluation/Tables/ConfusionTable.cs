using Research.Results.Tables;

namespace Research.Evaluation.Tables;

/// <summary>confusion.csv: true classes down, predicted classes across.</summary>
public static class ConfusionTable
{
    /// <param name="runs">Those that are shown, such as the first seed's.</param>
    /// <remarks>Where corpora differ in their classes, the columns are all of them, with 0 in those that a corpus does not have.</remarks>
    public static ResultTable Of(IReadOnlyList<ClassRun> runs, string name = "confusion")
    {
        string[] labels = [.. runs.SelectMany(run => run.Predictions.Classes).Distinct().Order(StringComparer.Ordinal)];
        Column[] columns = [Column.Text("variant"), Column.Text("split"), Column.Text("true"), .. labels.Select(Column.Count)];
        var table = new ResultTable(name, columns);
        foreach (ClassRun run in runs)
        {
            IReadOnlyList<string> own = run.Predictions.Classes;
            int[] places = [.. labels.Select(label => IndexOf(own, label))];
            for (int c = 0; c < own.Count; c++)
            {
                IEnumerable<object?> cells = places.Select(p => (object?)(p < 0 ? 0 : run.Confusion[c, p]));
                table.Add([run.Variant, run.Split, own[c], .. cells]);
            }
        }

        return table;
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
            {
                return i;
            }
        }

        return -1;
    }
}
