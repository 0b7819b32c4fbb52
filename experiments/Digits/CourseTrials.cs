using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>A report's step 7: its classifiers on the course's recordings over many random splits, and by speakers left out.</summary>
/// <remarks>Each report had one split of its own, which is not known: the published figure has a percentile among ours.</remarks>
internal sealed class CourseTrials(Dataset data, IReadOnlyList<Split> splits)
{
    /// <summary>course.csv: one row a classifier.</summary>
    public static ResultTable NewTable() =>
        new(
            "course",
            Column.Text("vectors"),
            Column.Text("classifier"),
            Column.Count("test_items"),
            Column.Number("mean", 4),
            Column.Number("sd", 4),
            Column.Number("min", 4),
            Column.Number("max", 4),
            Column.Number("published", 4),
            Column.Number("percentile_of_published", 1),
            Column.Number("leave_one_speaker_out", 4)
        );

    /// <summary>Measures one classifier; adds its row and returns its figures, over the splits and by speakers left out.</summary>
    /// <param name="name">Which vectors, in words.</param>
    /// <param name="vectors">Shape [recordings, features].</param>
    public IEnumerable<Figure> Run(string name, Matrix vectors, CourseClassifier classifier, ResultTable table)
    {
        VectorTrial trial = VectorTrial.Of(data, vectors);
        double[] runs = Work.Select(splits.Count, s => trial.Accuracy(splits[s], classifier.Settings, (ulong)s));
        int[] leftOut = trial.SpeakersLeftOut(data, classifier.Settings);
        var speakers = new Outcome(
            $"{data.Id}, {name}, {classifier.Settings.Name}",
            "leave-one-speaker-out",
            0,
            trial.Classes,
            leftOut,
            trial.ClassCount
        );
        AddRow(table, name, classifier, runs, speakers);
        Figure figure = new()
        {
            Variant = speakers.Variant,
            Split = "test",
            Metric = "accuracy",
            Runs = runs,
            RunsDifferBy = RunsDifferBy.Split,
            TestItems = splits[0].Test.Length,
            Claim = classifier.Claim,
        };
        yield return figure;
        yield return figure with
        {
            Split = speakers.Split,
            Runs = [speakers.Confusion.Accuracy],
            RunsDifferBy = RunsDifferBy.Seed,
            TestItems = speakers.Truth.Length,
            Claim = null,
        };
    }

    private void AddRow(ResultTable table, string name, CourseClassifier classifier, double[] runs, Outcome speakers)
    {
        double? published = data.Synthetic ? null : classifier.Published;
        table.Add(
            name,
            classifier.Settings.Name,
            splits[0].Test.Length,
            OrderedSum.Mean(runs),
            Math.Sqrt(OrderedSum.Variance(runs, 1)),
            runs.Min(),
            runs.Max(),
            published,
            published is { } value ? Percentile(runs, value) : null,
            speakers.Confusion.Accuracy
        );
    }

    // Share of the runs below the value, ties by half.
    private static double Percentile(double[] runs, double value) =>
        100
        * OrderedSum.Mean([
            .. runs.Select(run =>
                run < value - 1e-9 ? 1
                : run <= value + 1e-9 ? 0.5
                : 0
            ),
        ]);
}
