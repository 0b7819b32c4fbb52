using Research.Results.Claims;
using Research.Results.Metrics;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>True and predicted classes of one model on one part of the data, for one seed.</summary>
internal sealed record Outcome(string Variant, string Split, ulong Seed, int[] Truth, int[] Predicted, int Classes)
{
    public ConfusionMatrix Confusion { get; } = ConfusionMatrix.Of(Truth, Predicted, Classes);

    /// <summary>Accuracy, unweighted average recall and macro F1 over the seeds, for each variant and split in order of appearance.</summary>
    public static IEnumerable<Figure> Figures(
        IReadOnlyList<Outcome> outcomes,
        IReadOnlyDictionary<(string Variant, string Split), string> claims
    )
    {
        foreach (IGrouping<(string Variant, string Split), Outcome> group in outcomes.GroupBy(o => (o.Variant, o.Split)))
        {
            Outcome[] runs = [.. group];
            Figure accuracy = new()
            {
                Variant = group.Key.Variant,
                Split = group.Key.Split,
                Metric = "accuracy",
                Runs = [.. runs.Select(run => run.Confusion.Accuracy)],
                TestItems = runs[0].Truth.Length,
                Claim = claims.GetValueOrDefault(group.Key),
            };
            yield return accuracy;
            yield return accuracy with
            {
                Metric = "uar",
                Runs = [.. runs.Select(run => run.Confusion.UnweightedAverageRecall)],
                TestItems = null,
                Claim = null,
            };
            yield return accuracy with
            {
                Metric = "f1",
                Class = "macro",
                Runs = [.. runs.Select(run => run.Confusion.MacroF1)],
                TestItems = null,
                Claim = null,
            };
        }
    }

    /// <summary>runs.csv: one row a variant, split and seed.</summary>
    public static ResultTable Runs(IEnumerable<Outcome> outcomes)
    {
        var table = new ResultTable(
            "runs",
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("seed"),
            Column.Count("correct"),
            Column.Count("items"),
            Column.Number("accuracy", 6)
        );
        foreach (Outcome run in outcomes)
        {
            table.Add(run.Variant, run.Split, $"{run.Seed}", run.Confusion.Correct, run.Truth.Length, run.Confusion.Accuracy);
        }

        return table;
    }

    /// <summary>confusion.csv: true classes down, predicted classes across, for the given runs.</summary>
    public static ResultTable ConfusionTable(
        IEnumerable<Outcome> outcomes,
        IReadOnlyList<string> labels,
        string name = "confusion"
    )
    {
        Column[] columns = [Column.Text("variant"), Column.Text("split"), Column.Text("true"), .. labels.Select(Column.Count)];
        var table = new ResultTable(name, columns);
        foreach (Outcome run in outcomes)
        {
            for (int c = 0; c < labels.Count; c++)
            {
                table.Add([
                    run.Variant,
                    run.Split,
                    labels[c],
                    .. Enumerable.Range(0, labels.Count).Select(p => (object)run.Confusion[c, p]),
                ]);
            }
        }

        return table;
    }

    /// <summary>classes.csv: precision, recall and F1 of every class, for the given runs.</summary>
    public static ResultTable ClassTable(IEnumerable<Outcome> outcomes, IReadOnlyList<string> labels)
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
        foreach (Outcome run in outcomes)
        {
            for (int c = 0; c < labels.Count; c++)
            {
                ConfusionMatrix m = run.Confusion;
                table.Add(run.Variant, run.Split, labels[c], m.Precision(c), m.Recall(c), m.F1(c), m.Support(c));
            }
        }

        return table;
    }
}
