namespace Research.Experiments.FilmEmotion;

/// <summary>Tables of networks over pictures: what they recognise, how they learn, which rate the range test finds.</summary>
internal static class PictureTables
{
    private const string RangesTable = "ranges";
    private const string BestTable = "best";

    /// <summary>Figures and tables of runs. Where the study's own recordings are whole, figures on them answer its own; else those on data that stand in.</summary>
    /// <param name="differences">Made by the experiment, of pairs that it compares.</param>
    public static Measurement Of(
        TableInputs inputs,
        IReadOnlyList<PictureRun> runs,
        ulong shown,
        params IReadOnlyList<ResultTable> differences
    )
    {
        bool whole = runs.Any(run => run.Case.IsPublished && run.Results(inputs).Any());
        ClassRun[] tested = [.. runs.SelectMany(run => run.Tested(inputs))];
        return new(
            [.. runs.SelectMany(run => run.Figures(inputs, answers: run.Case.IsPublished == whole))],
            [
                .. ClassTables.Of(tested, shown, withRecall: true),
                Epochs(inputs, runs, shown),
                Ranges(inputs, runs, shown),
                Best(inputs, runs),
                .. differences,
            ]
        );
    }

    /// <summary>Learning curves and range tests of the first seed, bars of accuracies by split, confusions of one split.</summary>
    public static IReadOnlyList<Chart> Charts(IReadOnlyList<PictureRun> runs) =>
        [
            .. runs.Where(run => !run.Case.IsPublished)
                .Select(run => run.Case.SplitName)
                .Distinct()
                .Select(split => BarChart.Accuracies(Says(split), split)),
            MatrixChart.Confusion(
                "Which class is taken for which, first seed.",
                runs.First(run => !run.Case.IsPublished).Case.SplitName
            ),
            EpochsTable.Losses(),
            new LineChart(
                RangesTable,
                "Range test of the learning rate",
                "The rate rises from step to step; the loss (smoothed) falls, levels out, then leaps. Taken is the rate where it falls most steeply (in rates.csv and in the panel's title)."
            )
            {
                Panels = "variant",
                X = new("log10_rate", "learning rate, power of ten"),
                Ys = ["loss"],
                YTitle = "cross-entropy, nats",
            },
        ];

    private static string Says(string split) =>
        split == FilmCase.ByExcerpt
            ? "Excerpts as they come: clips of one song are on both sides, as in the study. Mean over the seeds with its 95 % interval."
            : "No song is on both sides. Mean over the seeds with its 95 % interval.";

    private static ResultTable Epochs(TableInputs inputs, IReadOnlyList<PictureRun> runs, ulong shown) =>
        EpochsTable.OfClassifiers(
            from run in runs
            from own in run.Results(inputs)
            where own.Seed == shown
            select ($"{run.Name}, {run.Case.SplitName}", own.Seed, own.Result.Curve!)
        );

    private static ResultTable Ranges(TableInputs inputs, IReadOnlyList<PictureRun> runs, ulong shown)
    {
        var table = new ResultTable(
            RangesTable,
            Column.Text("variant"),
            Column.Number("log10_rate", 4),
            Column.Number("loss", 6),
            Column.Text("taken")
        );
        foreach (PictureRun run in runs.Where(run => run.Variant.Training.RangeTest is not null))
        {
            foreach ((_, TrialResult result) in run.Results(inputs).Where(own => own.Seed == shown))
            {
                Add(table, $"{run.Name}, {run.Case.SplitName}", result);
            }
        }

        return table;
    }

    private static void Add(ResultTable table, string name, TrialResult result)
    {
        IReadOnlyList<double> rates = result.Numbers[ImageNetworkTrial.RangeRates];
        IReadOnlyList<double> losses = result.Numbers[ImageNetworkTrial.RangeSmoothed];
        double taken = result.Number(ImageNetworkTrial.FirstRate);
        for (int i = 0; i < rates.Count; i++)
        {
            table.Add(name, PortableMath.Log10(rates[i]), losses[i], rates[i] == taken ? "yes" : "");
        }
    }

    // The thesis's table 22: of each target the network that validates best, and what it reaches on test items.
    private static ResultTable Best(TableInputs inputs, IReadOnlyList<PictureRun> runs)
    {
        var table = new ResultTable(
            BestTable,
            [
                .. Column.Texts("data", "target", "split", "learning", "network"),
                .. Column.Numbers(6, "validation_f1", "test_f1", "test_accuracy"),
            ]
        );
        foreach (
            IGrouping<(string Name, string SplitName), PictureRun> own in runs.Where(run => run.Results(inputs).Any())
                .GroupBy(run => (run.Case.Name, run.Case.SplitName))
        )
        {
            PictureRun best = own.MaxBy(run =>
                MeanOf(inputs, run, SubsetNames.Validation, predicted => predicted.Confusion.MacroF1)
            )!;
            table.Add(
                best.Case.Data.Id,
                best.Case.Task.Target,
                best.Case.SplitName,
                best.Variant.Frozen ? "last layer" : "whole network",
                best.Variant.Network.Name,
                MeanOf(inputs, best, SubsetNames.Validation, predicted => predicted.Confusion.MacroF1),
                MeanOf(inputs, best, SubsetNames.Test, predicted => predicted.Confusion.MacroF1),
                MeanOf(inputs, best, SubsetNames.Test, predicted => predicted.Confusion.Accuracy)
            );
        }

        return table;
    }

    private static double MeanOf(TableInputs inputs, PictureRun run, string part, Func<ClassPredictions, double> value) =>
        OrderedSum.Mean([.. run.Results(inputs).Select(own => value(own.Result.Classes(part)))]);
}
