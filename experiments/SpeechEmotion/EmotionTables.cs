using Research.Data;
using Research.Data.Splits;
using Research.Experiments.Digits;
using Research.Models.Training;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Metrics;
using Research.Results.Tables;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Gathers what the study's experiments predicted, and makes their common figures and tables of it.</summary>
internal sealed class EmotionTables
{
    public const string SpeakersOut = "leave-one-speaker-out";

    private readonly List<(Outcome Outcome, IReadOnlyList<string> Labels)> _outcomes = [];
    private readonly ResultTable _speakers = new(
        "speakers",
        Column.Text("variant"),
        Column.Text("seed"),
        Column.Text("speaker_left_out"),
        Column.Count("correct"),
        Column.Count("items"),
        Column.Number("accuracy", 6)
    );

    private readonly ResultTable _curves = new(
        "epochs",
        Column.Text("variant"),
        Column.Text("seed"),
        Column.Count("epoch"),
        Column.Number("train_loss", 6),
        Column.Number("train_accuracy", 6),
        Column.Number("validation_loss", 6),
        Column.Number("validation_accuracy", 6),
        Column.Text("taken")
    );

    /// <summary>Accuracies over the epochs, a panel a value of that column.</summary>
    public static LineChart CurveChart(string panels) =>
        new()
        {
            Table = "epochs",
            Title = "Accuracy over the epochs",
            Says =
                "On training clips (where it was measured) and on those that say when to stop; the band spans the seeds. The gap between the two is what the network learned by heart.",
            Panels = panels,
            X = "epoch",
            XTitle = "epoch",
            Ys = ["train_accuracy", "validation_accuracy"],
            YTitle = "accuracy",
        };

    /// <summary>The accuracies of each speaker.</summary>
    public static BarChart SpeakerChart() =>
        new()
        {
            Table = "speakers",
            Title = "Speaker by speaker, first seed",
            Says = "Some voices are much harder than others: nine or ten speakers are few.",
            Where = new Dictionary<string, string> { ["seed"] = "1" },
            Labels = ["variant", "speaker_left_out"],
            Value = "accuracy",
            ValueTitle = "accuracy",
        };

    /// <summary>Adds what was predicted for some clips of a corpus.</summary>
    public void Add(Dataset data, string variant, string split, ulong seed, int[] items, int[] predicted) =>
        Add([.. items.Select(i => data.Classes()[i])], data.Labels, variant, split, seed, predicted);

    /// <summary>Adds true and predicted classes.</summary>
    public void Add(int[] truth, IReadOnlyList<string> labels, string variant, string split, ulong seed, int[] predicted) =>
        _outcomes.Add((new Outcome(variant, split, seed, truth, predicted, labels.Count), labels));

    /// <summary>Adds one prediction for every clip of a corpus, made without its speaker.</summary>
    public void AddSpeakers(Dataset data, string variant, ulong seed, int[] predicted)
    {
        Add(data.Classes(), data.Labels, variant, SpeakersOut, seed, predicted);
        foreach ((string speaker, Split split) in LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]))
        {
            AddSpeaker(data, variant, seed, speaker, split.Test, [.. split.Test.Select(i => predicted[i])]);
        }
    }

    /// <summary>Adds what was predicted for the clips of one speaker, who was left out.</summary>
    public void AddSpeaker(Dataset data, string variant, ulong seed, string speaker, int[] items, int[] predicted)
    {
        int[] classes = data.Classes();
        int correct = items.Where((item, i) => predicted[i] == classes[item]).Count();
        _speakers.Add(variant, $"{seed}", speaker, correct, items.Length, (double)correct / items.Length);
    }

    /// <summary>Adds the epochs of a training.</summary>
    public void AddCurve(string variant, ulong seed, NetRun run)
    {
        foreach (EpochRecord epoch in run.Epochs)
        {
            _curves.Add(
                variant,
                $"{seed}",
                epoch.Epoch,
                epoch.TrainLoss,
                run.TrainAccuracies.Count == 0 ? null : run.TrainAccuracies[epoch.Epoch - 1],
                epoch.Validation!.Loss,
                epoch.Validation.Accuracy,
                epoch.Epoch == run.BestEpoch ? "yes" : ""
            );
        }
    }

    /// <summary>Accuracy, UAR and F1 of every variant, and the tables runs, speakers, confusion and classes.</summary>
    /// <param name="shown">Seed whose confusions and classes are shown.</param>
    public Measurement ToMeasurement(ulong shown)
    {
        Outcome[] all = [.. _outcomes.Select(item => item.Outcome)];
        IReadOnlyList<Figure> figures = [.. Outcome.Figures(all, new Dictionary<(string, string), string>())];
        ResultTable[] tables = [Runs(all), Confusions(shown), Classes(shown)];
        return new Measurement(figures, [.. tables, .. new[] { _speakers, _curves }.Where(table => table.Rows.Count > 0)]);
    }

    private static ResultTable Runs(IEnumerable<Outcome> outcomes)
    {
        var table = new ResultTable(
            "runs",
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("seed"),
            Column.Count("correct"),
            Column.Count("items"),
            Column.Number("accuracy", 6),
            Column.Number("uar", 6)
        );
        foreach (Outcome run in outcomes)
        {
            ConfusionMatrix m = run.Confusion;
            table.Add(run.Variant, run.Split, $"{run.Seed}", m.Correct, run.Truth.Length, m.Accuracy, m.UnweightedAverageRecall);
        }

        return table;
    }

    // The corpora differ in their classes: the columns are all of them, with nothing in those that a corpus does not have.
    private ResultTable Confusions(ulong seed)
    {
        string[] labels = [.. _outcomes.SelectMany(item => item.Labels).Distinct().Order(StringComparer.Ordinal)];
        Column[] columns = [Column.Text("variant"), Column.Text("split"), Column.Text("true"), .. labels.Select(Column.Count)];
        var table = new ResultTable("confusion", columns);
        foreach ((Outcome run, IReadOnlyList<string> own) in _outcomes.Where(item => item.Outcome.Seed == seed))
        {
            for (int c = 0; c < own.Count; c++)
            {
                IEnumerable<object?> cells = labels.Select(label =>
                {
                    int p = Enumerable.Range(0, own.Count).FirstOrDefault(i => own[i] == label, -1);
                    return (object?)(p < 0 ? 0 : run.Confusion[c, p]);
                });
                table.Add([run.Variant, run.Split, own[c], .. cells]);
            }
        }

        return table;
    }

    private ResultTable Classes(ulong seed)
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
        foreach ((Outcome run, IReadOnlyList<string> own) in _outcomes.Where(item => item.Outcome.Seed == seed))
        {
            ConfusionMatrix m = run.Confusion;
            for (int c = 0; c < own.Count; c++)
            {
                table.Add(run.Variant, run.Split, own[c], m.Precision(c), m.Recall(c), m.F1(c), m.Support(c));
            }
        }

        return table;
    }
}
