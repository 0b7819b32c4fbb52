namespace Research.Experiments.Digits;

/// <summary>What a classifier gave on the course's recordings.</summary>
/// <param name="Splits">Predictions of each random split.</param>
/// <param name="Speakers">Every recording predicted without its speaker.</param>
internal sealed record CourseResult(ClassPredictions[] Splits, ClassPredictions Speakers);

/// <summary>course.csv: a report's step 7, one row a classifier, over many random splits and by speakers left out.</summary>
/// <remarks>Each report had one split of its own, which is not known: the published figure has a percentile among ours.</remarks>
internal static class CourseTable
{
    public const string Name = "course";

    public static ResultTable New() =>
        new(
            Name,
            [
                .. Column.Texts("vectors", "classifier"),
                Column.Count("test_items"),
                .. Column.Numbers(4, "mean", "sd", "min", "max", "published"),
                Column.Number("percentile_of_published", 1),
                Column.Number("leave_one_speaker_out", 4),
            ]
        );

    /// <summary>Adds a classifier's row; returns its figures, over the splits and by speakers left out.</summary>
    public static IEnumerable<Figure> Add(
        ResultTable table,
        Dataset data,
        CourseSet set,
        CourseClassifier classifier,
        CourseResult result
    )
    {
        double[] runs = [.. result.Splits.Select(split => split.Confusion.Accuracy)];
        double? published = data.Synthetic ? null : classifier.Published;
        table.Add(
            set.Name,
            classifier.Settings.Name,
            result.Splits[0].Items.Count,
            OrderedSum.Mean(runs),
            Math.Sqrt(OrderedSum.Variance(runs, 1)),
            runs.Min(),
            runs.Max(),
            published,
            published is { } value ? Percentile(runs, value) : null,
            result.Speakers.Confusion.Accuracy
        );
        Figure figure = new()
        {
            Variant = $"{data.Id}, {set.Name}, {classifier.Settings.Name}",
            Split = "test",
            Metric = "accuracy",
            Runs = runs,
            RunsDifferBy = RunsDifferBy.Split,
            TestItems = result.Splits[0].Items.Count,
            Answers = classifier.Answers,
        };
        return
        [
            figure,
            figure with
            {
                Split = SpeakersTable.LeftOut,
                Runs = [result.Speakers.Confusion.Accuracy],
                RunsDifferBy = RunsDifferBy.Seed,
                TestItems = result.Speakers.Items.Count,
                Answers = null,
            },
        ];
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
