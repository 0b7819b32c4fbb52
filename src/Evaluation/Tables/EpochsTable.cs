using Research.Results.Charts;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>epochs.csv: one row an epoch of every training, and its pictures.</summary>
public static class EpochsTable
{
    public const string Name = "epochs";

    /// <param name="metrics">Columns, in their order; a training that did not measure one has empty cells.</param>
    public static ResultTable Of(
        IEnumerable<(string Variant, ulong Seed, TrainingCurve Curve)> trainings,
        params IReadOnlyList<string> metrics
    )
    {
        var table = new ResultTable(
            Name,
            [
                Column.Text("variant"),
                Column.Text("seed"),
                Column.Count("epoch"),
                .. metrics.Select(metric => Column.Number(metric, 6)),
                Column.Text("taken"),
            ]
        );
        foreach ((string variant, ulong seed, TrainingCurve curve) in trainings)
        {
            double[]?[] values = [.. metrics.Select(metric => curve.Has(metric) ? curve.Of(metric) : null)];
            for (int e = 0; e < curve.Epochs.Count; e++)
            {
                IEnumerable<object?> cells = values.Select(value => (object?)value?[e]);
                table.Add([variant, $"{seed}", e + 1, .. cells, e + 1 == curve.Taken ? "yes" : ""]);
            }
        }

        return table;
    }

    /// <summary>Losses, and the accuracy on what says when to stop: what every classifier's training measures.</summary>
    public static ResultTable OfClassifiers(IEnumerable<(string Variant, ulong Seed, TrainingCurve Curve)> trainings) =>
        Of(trainings, TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy);

    /// <summary>Losses over the epochs, a panel a variant.</summary>
    public static LineChart Losses() =>
        new(
            Name,
            "Loss over the epochs",
            "Cross-entropy on training and validation data; the band spans the seeds. Where validation rises while training falls, the net learns its examples by heart."
        )
        {
            Panels = "variant",
            X = new("epoch", "epoch"),
            Ys = [TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss],
            YTitle = "cross-entropy, nats",
        };

    /// <summary>Accuracies over the epochs, a panel a variant.</summary>
    public static LineChart Accuracies() =>
        new(
            Name,
            "Accuracy over the epochs",
            "On training clips (where it was measured) and on those that say when to stop; the band spans the seeds. The gap between the two is what the network learned by heart."
        )
        {
            Panels = "variant",
            X = new("epoch", "epoch"),
            Ys = [TrainingCurve.TrainAccuracy, TrainingCurve.ValidationAccuracy],
            YTitle = "accuracy",
        };
}
