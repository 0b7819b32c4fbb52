using Research.Data.Datasets;

namespace Research.Experiments.FilmEmotion;

/// <summary>How far do handcrafted features and classical classifiers get with the emotion of music?</summary>
/// <remarks>
/// <para>Follows: the study's experiment X (claims film-emotion-938 to 941): pyAudioAnalysis's mid-term features of ten seconds at 8 kHz, and support vector machines, nearest neighbours and two kinds of forests;
/// cross-validated, macro F1. Beside them statistics of mel bands, the most frequent class, and chance.</para>
/// <para>Data: the 360 excerpts themselves where all of their recordings are (research data add eerola-360-audio FOLDER --whole; nothing else differs). Without them the published features of 110 other excerpts of film
/// music, 25 an excerpt instead of 136, answer the claims as other data: each scale in thirds. Piano pieces on our own instrument (EMOPIA in quadrants and halves, VGMIDI and MemoMusic in thirds of their ratings, each
/// set by itself), and 61 recordings of MemoMusic.</para>
/// <para>Deviations: the thesis reports the best of the settings that pyAudioAnalysis tries on the same folds, ours were fixed beforehand; it leaves out its test excerpts, which are not known, ours takes all; it splits by excerpt, so that album and song are on both sides: whole
/// groups left out stand beside it. In profile quick: two seconds of generated music. Run: ./build.sh --target FilmEmotion.Handcrafted --profile paper.</para>
/// </remarks>
internal sealed record Handcrafted : Experiment, IStudyExperiment
{
    private const string ForestName = "random forest 200";

    public override string Question => "How far do handcrafted features and classical classifiers get with the emotion of music?";

    // Data
    public required IReadOnlyList<FilmCase> Cases { get; init; }

    // Features
    public required Excerpt Excerpt { get; init; }

    // Models
    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    /// <summary>For statistics of mel bands.</summary>
    public required ClassifierSettings ForMel { get; init; }

    public static int Order => 20;

    public static Experiment In(Profile profile)
    {
        FilmCase[] cases = CasesOf(profile);
        SvmClassifierSettings rbf = new("svm rbf", SvmSettings.ScikitLearn(SvmKernel.Rbf));
        ClassifierSettings[] classifiers =
        [
            Linear,
            rbf,
            new NeighbourSettings(9),
            new ForestClassifierSettings(ForestName, ForestSettings.RandomForest(200)),
            new ForestClassifierSettings("extra trees 200", ForestSettings.ExtraTrees(200)),
            new MajoritySettings(),
            new ChanceSettings(),
        ];
        return new Handcrafted
        {
            Data = [.. cases.Select(own => own.Data).DistinctBy(data => data.Id)],
            Seeds = profile.Choose<IReadOnlyList<ulong>>(paper: [1, 2, 3], sample: [1], quick: [1]),
            Cases = cases,
            Excerpt = profile.UsesRecordings() ? FilmSettings.Excerpt : FilmSettings.Excerpt with { LongestSeconds = 2 },
            Classifiers = profile.UsesRecordings()
                ? classifiers
                : [Linear, rbf, new NeighbourSettings(9), new MajoritySettings(), new ChanceSettings()],
            ForMel = rbf,
        };
    }

    // confusion.csv has a column for each class of all cases, so that of a part is another table.
    public override Sample Sampled() =>
        new("the first of three seeds, without the piano pieces that are rendered", ["runs", "classes"]);

    public override IReadOnlyList<Trial> Trials => [.. from run in Runs() select run.Trial];

    public override IReadOnlyList<Chart> Charts() =>
        [
            .. Cases
                .SelectMany(own => own.Splits.Select(split => split.Name))
                .Distinct()
                .Select(split => BarChart.Accuracies(Says(split), split)),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        (FilmRun Run, TrialResult Result)[] results = [.. Runs().Select(run => (run, inputs.Of(run.Trial)))];
        ClassRun[] runs =
        [
            .. results
                .Where(own => own.Result.Predictions.Count > 0)
                .Select(own => new ClassRun(
                    own.Run.Variant,
                    own.Run.Split,
                    own.Run.Trial.Seed,
                    own.Result.Classes(SubsetNames.Test)
                )),
        ];
        bool whole = runs.Any(run => run.Variant.StartsWith(Datasets.Eerola360Audio.Id, StringComparison.Ordinal));
        var answers = Runs()
            .Where(run => run.Case.Data.Id == (whole ? Datasets.Eerola360Audio : Datasets.Eerola110).Id)
            .DistinctBy(run => (run.Variant, run.Split))
            .ToDictionary(run => (run.Variant, run.Split), KeyOf);
        return new(
            [.. Accuracies.Of(runs).Select(figure => Answering(figure, answers, onOther: !whole))],
            [.. ClassTables.Of(runs, Seeds[0], withRecall: true)]
        );
    }

    private static FilmCase[] CasesOf(Profile profile)
    {
        const int Folds = 5;
        FilmCase[] heard = [.. FilmCase.Film(Folds), .. FilmCase.OtherFilm(Folds), .. FilmCase.PianoRecordings(Folds)];
        return profile.Choose<FilmCase[]>(
            paper: [.. heard, .. FilmCase.Piano(Folds)],
            sample: heard,
            quick: [.. FilmCase.Synthetic(3)]
        );
    }

    private static SvmClassifierSettings Linear { get; } =
        new("svm linear C 0.01", SvmSettings.ScikitLearn(SvmKernel.Linear) with { C = 0.01 });

    private static string Says(string split) =>
        split == FilmCase.ByExcerpt
            ? "Excerpts in folds as they come: songs and albums are on both sides, as in the study."
            : $"Folds {split}: nothing of it is on both sides.";

    private static Figure Answering(Figure figure, Dictionary<(string, string), ClaimKey?> answers, bool onOther) =>
        figure.Metric == "f1" && answers.GetValueOrDefault((figure.Variant, figure.Split)) is { } key
            ? figure with
            {
                Answers = key,
                OnOtherData = onOther,
            }
            : figure;

    // The thesis names the best classifier of each target: a forest for tension, else a support vector machine.
    private static ClaimKey? KeyOf(FilmRun run)
    {
        (string Classifier, string Model) best =
            run.Case.Task.Target == "tension" ? (ForestName, "random-forest") : (Linear.Name, "svm");
        return run.Split == FilmCase.ByExcerpt && run.Trial.Classifier.Name == best.Classifier
            ? new ClaimKey
            {
                Document = FilmSettings.Document,
                Experiment = "X handcrafted",
                Dataset = FilmSettings.Film,
                Model = best.Model,
                Variant = run.Case.Task.Target,
                Split = "train+validation",
                Quantity = "f1",
                Class = "macro avg",
            }
            : null;
    }

    private IEnumerable<FilmRun> Runs() =>
        from own in Cases
        from split in own.Splits
        from vectors in VectorsOf(own.Data)
        from classifier in vectors.Classifiers
        from seed in Seeds
        select new FilmRun(own, split.Name, own.Fitted(split, (vectors.Name, vectors.Set), classifier, seed));

    private (FeatureSet Set, string Name, IReadOnlyList<ClassifierSettings> Classifiers)[] VectorsOf(DatasetRef data) =>
        data.Id == Datasets.Eerola110.Id
            ?
            [
                (
                    new ItemColumns
                    {
                        Data = data,
                        First = 0,
                        Count = Eerola110.Columns.Count,
                    },
                    "25 published features",
                    Classifiers
                ),
            ]
            :
            [
                (FilmSettings.MidTerm(data, Excerpt), "136 mid-term as published", Classifiers),
                (FilmSettings.MelStatistics(data, Excerpt), "statistics of mel 128", [ForMel]),
            ];

    private sealed record FilmRun(FilmCase Case, string Split, VectorTrial Trial)
    {
        public string Variant => $"{Case.Data.Id}, {Case.Task.Rule.Name}, {Trial.VectorsName}, {Trial.Classifier.Name}";
    }
}
