using Research.Models.Training;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>Losses per epoch, as a table and as figures that answer published ones.</summary>
internal static class LossCurves
{
    /// <summary>The picture of that table, a panel a variant.</summary>
    public static LineChart Chart() =>
        new()
        {
            Table = "epochs",
            Title = "Loss over the epochs",
            Says =
                "Cross-entropy on training and validation data; the band spans the seeds. Where validation rises while training falls, the net learns its examples by heart.",
            Panels = "variant",
            X = "epoch",
            XTitle = "epoch",
            Ys = ["train_loss", "validation_loss"],
            YTitle = "cross-entropy, nats",
        };

    /// <summary>epochs.csv: one row an epoch of every training.</summary>
    public static ResultTable Table(IEnumerable<(string Variant, ulong Seed, LstmRun Run)> runs)
    {
        var table = new ResultTable(
            "epochs",
            Column.Text("variant"),
            Column.Text("seed"),
            Column.Count("epoch"),
            Column.Number("train_loss", 6),
            Column.Number("validation_loss", 6),
            Column.Number("validation_accuracy", 6),
            Column.Text("taken")
        );
        foreach ((string variant, ulong seed, LstmRun run) in runs)
        {
            foreach (EpochRecord epoch in run.Epochs)
            {
                table.Add(
                    variant,
                    $"{seed}",
                    epoch.Epoch,
                    epoch.TrainLoss,
                    epoch.Validation!.Loss,
                    epoch.Validation.Accuracy,
                    epoch.Epoch == run.BestEpoch ? "yes" : ""
                );
            }
        }

        return table;
    }

    /// <summary>The mean training loss of each epoch over the seeds.</summary>
    public static IEnumerable<Figure> TrainLoss(string variant, IReadOnlyList<LstmRun> runs, Func<int, string?> claim) =>
        Enumerable
            .Range(0, runs.Min(run => run.Epochs.Count))
            .Select(e => new Figure
            {
                Variant = variant,
                Split = "train",
                Metric = "loss",
                Class = $"epoch {e + 1}",
                Runs = [.. runs.Select(run => run.Epochs[e].TrainLoss)],
                IsShare = false,
                Claim = claim(e + 1),
            });

    /// <summary>Validation accuracy after some epochs.</summary>
    public static IEnumerable<Figure> ValidationAccuracy(
        string variant,
        IReadOnlyList<LstmRun> runs,
        int items,
        IReadOnlyDictionary<int, string> claims
    ) =>
        claims.Select(pair => new Figure
        {
            Variant = variant,
            Split = "validation",
            Metric = "accuracy",
            Class = $"after epoch {pair.Key}",
            Runs = [.. runs.Select(run => run.Epochs[pair.Key - 1].Validation!.Accuracy)],
            TestItems = items,
            Claim = pair.Value,
        });
}
