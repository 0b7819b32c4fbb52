using Research.Models.Networks.Generative;

namespace Research.Experiments.FilmEmotion;

/// <summary>Tables and pictures of generators and of networks that learned from their pictures.</summary>
internal static class GanTables
{
    private const string GeneratedTable = "generated";
    private const string CourseTable = "generators";
    private const string PicturesTable = "pictures";

    private static readonly string[] Measured =
    [
        GeneratedSetTrial.Frechet,
        GeneratedSetTrial.Precision,
        GeneratedSetTrial.Recall,
        GeneratedSetTrial.Copied,
    ];

    public static IReadOnlyList<Chart> Charts(GanCase first, bool withGenerators) =>
        [
            BarChart.Accuracies(
                "Tested on real pictures of songs that neither network nor generators heard. Mean over the seeds with its 95 % interval.",
                first.Heard.SplitName
            ),
            MatrixChart.Confusion("Which class is taken for which, first seed.", first.Heard.SplitName),
            EpochsTable.Losses(),
            .. withGenerators ? OfGenerators() : [],
        ];

    /// <summary>runs, confusion, classes, epochs; differences from the first way where songs of the items are known.</summary>
    public static IEnumerable<ResultTable> OfNetworks(TableInputs inputs, IReadOnlyList<AugmentedRun> runs, ulong shown)
    {
        ClassRun[] tested = [.. runs.SelectMany(run => run.Tested(inputs))];
        return
        [
            .. ClassTables.Of(tested, shown, withRecall: true),
            EpochsTable.OfClassifiers(
                from run in runs
                from own in run.Results(inputs)
                where own.Seed == shown
                select (run.Name, own.Seed, own.Result.Curve!)
            ),
            Differences(inputs, [.. runs.Where(run => run.Results(inputs).Any())], tested),
        ];
    }

    /// <summary>generated, generators, pictures.</summary>
    public static IEnumerable<ResultTable> OfGenerators(TableInputs inputs, IReadOnlyList<GeneratorRun> looked, ulong shown) =>
        [Generated(inputs, looked), Course(inputs, looked), Pictures(inputs, looked, shown)];

    /// <summary>What was measured of each class's generated pictures, over the seeds.</summary>
    public static IEnumerable<Figure> Figures(TableInputs inputs, IReadOnlyList<GeneratorRun> looked) =>
        from own in looked
        from result in own.Measured(inputs)
        group result by (Name: $"{own.Case.Name}, {own.Case.GanName}", own.Case.Heard, own.Label) into results
        from metric in Measured
        select new Figure
        {
            Variant = results.Key.Name,
            Split = results.Key.Heard.SplitName,
            Metric = metric,
            Class = results.Key.Label,
            Runs = [.. results.Select(own => own.Number(metric))],
            IsShare = metric != GeneratedSetTrial.Frechet,
            OnOtherData = !results.Key.Heard.IsPublished,
        };

    private static ResultTable Differences(TableInputs inputs, IReadOnlyList<AugmentedRun> runs, ClassRun[] tested)
    {
        ResultTable table = ClassDifferencesTable.New();
        foreach (AugmentedRun run in runs.Where(run => run.Way != run.Case.Ways[0]))
        {
            Dictionary<string, string> songs = inputs
                .Open(run.Case.Heard.Data)
                .Items.ToDictionary(item => item.Id, item => item.Group);
            ClassDifferencesTable.Add(
                table,
                tested,
                run.SplitName,
                run.Name,
                run.Case.VariantOf(run.Case.Ways[0]),
                item => songs[item]
            );
        }

        return table;
    }

    private static ResultTable Generated(TableInputs inputs, IReadOnlyList<GeneratorRun> looked)
    {
        var table = new ResultTable(
            GeneratedTable,
            [
                .. Column.Texts("data", "class", "seed"),
                .. Column.Counts(GeneratedSetTrial.LearnedItems, GeneratedSetTrial.UnseenItems),
                .. Column.Numbers(4, [.. Measured, .. Measured.Select(name => $"{name}_of_unseen")]),
            ]
        );
        foreach (GeneratorRun own in looked)
        {
            foreach (TrialResult result in own.Measured(inputs))
            {
                table.Add([
                    own.Case.Name,
                    own.Label,
                    $"{own.Seed}",
                    (int)result.Number(GeneratedSetTrial.LearnedItems),
                    (int)result.Number(GeneratedSetTrial.UnseenItems),
                    .. Measured.Concat(Measured.Select(GeneratedSetTrial.OfUnseen)).Select(name => (object?)result.Number(name)),
                ]);
            }
        }

        return table;
    }

    private static ResultTable Course(TableInputs inputs, IReadOnlyList<GeneratorRun> looked)
    {
        var table = new ResultTable(
            CourseTable,
            [.. Column.Texts("data", "class", "seed"), Column.Count("shown"), .. Column.Numbers(4, [.. GeneratorRun.Course])]
        );
        foreach (GeneratorRun own in looked)
        {
            own.AddCourse(table, inputs);
        }

        return table;
    }

    private static ResultTable Pictures(TableInputs inputs, IReadOnlyList<GeneratorRun> looked, ulong shown)
    {
        var table = new ResultTable(
            PicturesTable,
            [.. Column.Texts("class", "name", "item"), .. Column.Numbers(4, "distance", "among_learned"), Column.Text("levels")]
        );
        foreach (GeneratorRun own in looked.Where(own => own.Seed == shown))
        {
            foreach (TrialResult result in own.Measured(inputs))
            {
                AddPictures(table, own, result, own.Case.Heard.Task.Rule.Of(inputs.Open(own.Case.Heard.Data)).Items);
            }
        }

        return table;
    }

    private static void AddPictures(ResultTable table, GeneratorRun own, TrialResult result, IReadOnlyList<Item> items)
    {
        for (int k = 0; k < own.Trial.Shown; k++)
        {
            IReadOnlyList<double> nearest = result.Numbers[GeneratedSetTrial.Nearest(k)];
            string label = $"{own.Case.Heard.Task.Target} {own.Label}";
            table.Add(label, $"made {k + 1}", "", null, null, Cell(GeneratedSetTrial.Picture(k)));
            table.Add(
                label,
                $"nearest {k + 1}",
                items[(int)nearest[0]].Id,
                nearest[1],
                nearest[2],
                Cell(GeneratedSetTrial.NearestPicture(k))
            );
        }

        string Cell(string name) => PicturesChart.Cell(result.Numbers[name]);
    }

    private static IEnumerable<Chart> OfGenerators() =>
        [
            new LineChart(
                CourseTable,
                "Probability of augmentation",
                "How often the pictures that the discriminator sees are changed. It rises while too many outputs on real pictures are above 0 (target 0.7), which says that it learns them by heart; the band spans the seeds."
            )
            {
                Panels = "data",
                X = new("shown", "real pictures shown"),
                Ys = [GanMetrics.AugmentationProbability],
                YTitle = "probability",
                Series = "class",
            },
            new LineChart(CourseTable, "Losses of generators and discriminators", "Logistic losses; the band spans the seeds.")
            {
                Panels = "class",
                X = new("shown", "real pictures shown"),
                Ys = [GanMetrics.GeneratorLoss, GanMetrics.DiscriminatorLoss],
                YTitle = "nats",
            },
            new PicturesChart(
                PicturesTable,
                "Made, and nearest to it",
                "Spectrograms that the generator made, each beside the one that it learned from which a trained network finds most alike; first seed. Ten seconds to the right, mel bands upwards; louder is lighter."
            )
            {
                Panels = "class",
                Name = "name",
                Picture = "levels",
            },
        ];
}
