using Research.Data.Classes;

namespace Research.Experiments.FilmEmotion;

/// <summary>Which classes follow from the ratings, how many excerpts has each, and what do the study's splits keep apart?</summary>
/// <remarks>
/// <para>Follows: tables 2 and 19 (claims film-emotion-009 to 050 and 933 to 937), on the ratings of all 360 excerpts; table 3 is about the private set. Emotion by the highest rating, the first of equal
/// ones; valence negative below 3, positive from 5; tension low to 3, high above 5: the printed totals come out to the excerpt. The totals printed for energy (138, 118, 104) are valence's; no such bounds give them
/// from the ratings of energy (bounds.csv).</para>
/// <para>The text says that a fifth of what is not tested validates; the printed counts have three tenths, of emotions four: so these are counted, each class by itself, rounded up as scikit-learn's
/// train_test_split does (shares.csv has the text's fifth too). Which excerpts were in which part is not known, as it hung on the order of files on a disk. albums.csv: how many test excerpts have others of their
/// album in training.</para>
/// <para>In profile quick: generated music with known valence and energy, in thirds. Run: ./build.sh --target FilmEmotion.Splits --profile paper.</para>
/// </remarks>
internal sealed record Splits : Experiment, IStudyExperiment
{
    private const string Validation = "validation";
    private const string TrainPart = "train";
    private const string TestPart = "test";

    public override string Question =>
        "Which classes follow from the ratings, how many excerpts has each, and what do the study's splits keep apart?";

    // Data
    public required IReadOnlyList<SplitTask> Tasks { get; init; }

    /// <summary>Other bounds for the same ratings, to see which counts they would give.</summary>
    public required IReadOnlyList<TargetCut> OtherBounds { get; init; }

    /// <summary>Share of what is not tested that validates, as the text has it.</summary>
    public required double StatedShare { get; init; }

    public static int Order => 10;

    public static Experiment In(Profile profile)
    {
        string[] levels = ["low", "medium", "high"];
        return profile.UsesRecordings()
            ? new Splits
            {
                Data = [Datasets.Eerola360],
                Seeds = [1, 2, 3, 4, 5],
                Tasks =
                [
                    .. FilmTask.Published.Select(task =>
                        task.Target == "emotions" ? new SplitTask(task, 40, 0.4) : new(task, 50, 0.3)
                    ),
                ],
                OtherBounds =
                [
                    FilmTask.Cut("valence", FilmTask.OfTension, levels),
                    FilmTask.Cut("tension", FilmTask.OfValence, levels),
                    FilmTask.Cut("energy", FilmTask.OfTension, levels),
                ],
                StatedShare = 0.2,
            }
            : new Splits
            {
                Data = [Datasets.SyntheticMusic],
                Seeds = [1, 2],
                Tasks =
                [
                    .. new[] { "valence", "energy" }.Select(target => new SplitTask(
                        new(target, FilmTask.Third(target, $"{target} in thirds")),
                        25,
                        0.3
                    )),
                ],
                OtherBounds = [],
                StatedShare = 0.2,
            };
    }

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                "classes",
                "Excerpts of each class",
                "As the ratings have them; the study's test sets take the same number from every class, whatever is left to train on."
            )
            {
                Labels = ["target", "class"],
                Value = new("excerpts", "excerpts"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        (SplitTask Task, ClassCount[] Counts)[] counted = [.. Tasks.Select(task => (task, task.Counts(data)))];
        return new(
            [.. counted.SelectMany(own => Figures(own.Task, own.Counts))],
            [Classes(counted), Bounds(data), Shares(counted), Albums(data)]
        );
    }

    private static IEnumerable<Figure> Figures(SplitTask task, ClassCount[] counts) =>
        counts.SelectMany(own =>
            new[]
            {
                FigureOf(task, TrainPart, own.Class, own.Rest - task.Validating(own)),
                FigureOf(task, Validation, own.Class, task.Validating(own)),
                FigureOf(task, TestPart, own.Class, task.TestPerClass),
            }.Concat(task.Task.Target == "emotions" ? [ForGenerator(own)] : [])
        );

    private static Figure FigureOf(SplitTask task, string split, string label, int count) =>
        Figure.Number(task.Task.Rule.Name, split, "excerpts", count) with
        {
            Class = label,
            Answers = FilmClaims.Key("split", "excerpts") with { Variant = task.Task.Target, Split = split, Class = label },
        };

    // The generator learns from all that is not tested.
    private static Figure ForGenerator(ClassCount own) =>
        Figure.Number("what a generator learns from", TrainPart, "excerpts", own.Rest) with
        {
            Class = own.Class,
            Answers = FilmClaims.Key(FilmClaims.Gan, "real excerpts") with
            {
                Model = "stylegan2-ada",
                Split = TrainPart,
                Class = own.Class,
            },
        };

    private static ResultTable Classes(IEnumerable<(SplitTask Task, ClassCount[] Counts)> counted)
    {
        var table = new ResultTable(
            "classes",
            [.. Column.Texts("target", "rule", "class"), .. Column.Counts("excerpts", "albums", "tested", "left")]
        );
        foreach ((SplitTask task, ClassCount[] counts) in counted)
        {
            foreach (ClassCount own in counts)
            {
                table.Add(task.Task.Target, task.Task.Rule.Name, own.Class, own.All, own.Albums, task.TestPerClass, own.Rest);
            }
        }

        return table;
    }

    private ResultTable Bounds(Dataset data)
    {
        var table = new ResultTable("bounds", [.. Column.Texts("target", "bounds", "class"), Column.Count("excerpts")]);
        foreach (TargetCut cut in Tasks.Select(task => task.Task.Rule).OfType<TargetCut>().Concat(OtherBounds))
        {
            string[] classes = [.. cut.Of(data.Items).OfType<string>()];
            foreach (string label in cut.Classes)
            {
                table.Add(cut.Target, Words(cut.Bounds), label, classes.Count(own => own == label));
            }
        }

        return table;
    }

    private static string Words(IReadOnlyList<Bound> bounds) =>
        string.Join(
            ", ",
            bounds.Select(bound => FormattableString.Invariant($"{(bound.BelongsAbove ? "from" : "above")} {bound.Value}"))
        );

    private ResultTable Shares(IEnumerable<(SplitTask Task, ClassCount[] Counts)> counted)
    {
        var table = new ResultTable(
            "shares",
            [.. Column.Texts("target", "class"), Column.Number("share", 1), .. Column.Counts("train", "validation")]
        );
        foreach ((SplitTask task, ClassCount[] counts) in counted)
        {
            foreach (ClassCount own in counts)
            {
                foreach (SplitTask shared in new[] { task, task with { ValidationShare = StatedShare } })
                {
                    int held = shared.Validating(own);
                    table.Add(task.Task.Target, own.Class, shared.ValidationShare, own.Rest - held, held);
                }
            }
        }

        return table;
    }

    // Balanced test sets, drawn anew for each seed.
    private ResultTable Albums(Dataset data)
    {
        var table = new ResultTable(
            "albums",
            [.. Column.Texts("target", "seed"), .. Column.Counts("tested", "with_album_in_training"), Column.Number("share", 4)]
        );
        foreach (SplitTask task in Tasks)
        {
            SplitItems items = SplitItems.Of(task.Task.Rule.Of(data));
            foreach (ulong seed in Seeds)
            {
                TrainValidationTest parts = task.Drawn.Of(items, seed);
                HashSet<string> learned = [.. parts.Train.Select(i => items.Groups[i])];
                int shared = parts.Test.Count(i => learned.Contains(items.Groups[i]));
                table.Add(task.Task.Target, $"{seed}", parts.Test.Length, shared, (double)shared / parts.Test.Length);
            }
        }

        return table;
    }
}
