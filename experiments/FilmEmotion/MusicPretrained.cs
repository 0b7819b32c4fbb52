namespace Research.Experiments.FilmEmotion;

/// <summary>Does a network that learned music do better than one that learned photographs?</summary>
/// <remarks>
/// <para>A seventh network beside the study's six: MusiCNN, which learned tags of the Million Song Dataset from log-mel frames, frozen; what it says of ten seconds goes to a support vector machine. In the same
/// folds: statistics of mel bands, and means of the trunk of ResNet-18, which learned photographs. Paired differences, with intervals over clips and over songs, say whether it helps.</para>
/// <para>Data: EMOPIA's pop piano on our own instrument, and 61 recordings of MemoMusic. Nothing of it was published by the study. For orientation: on EMOPIA's own split and recordings Hung et al. (2021)
/// print .677 for quadrants with a network over spectrograms, .523 with logistic regression; arousal .887, valence .704.</para>
/// <para>Run: ./build.sh --target FilmEmotion.MusicPretrained --profile paper.</para>
/// </remarks>
internal sealed record MusicPretrained : Experiment, IStudyExperiment
{
    private const string Music = "musicnn embedding";
    private const string Mel = "statistics of mel 128";
    private const string Photographs = "resnet18 trunk";

    public override string Question => "Does a network that learned music do better than one that learned photographs?";

    // Data and features
    public required IReadOnlyList<FilmCase> Cases { get; init; }

    // Models
    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    public static int Order => 60;

    public static Experiment? In(Profile profile) => profile == Profile.Paper ? Full() : null; // no pretrained network hears generated music

    public static Experiment Full()
    {
        const int Folds = 5;
        return new MusicPretrained
        {
            Data = [FilmSettings.Emopia, Datasets.MemoMusicAudio],
            Seeds = [1],
            Cases = [.. FilmCase.Emopia(Folds), .. FilmCase.PianoRecordings(Folds)],
            Classifiers =
            [
                new SvmClassifierSettings("svm rbf", SvmSettings.ScikitLearn(SvmKernel.Rbf)),
                LogisticClassifierSettings.Multinomial(0.1),
            ],
        };
    }

    public override IReadOnlyList<Trial> Trials => [.. Runs().Select(run => run.Trial)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            .. Cases
                .SelectMany(own => own.Splits.Select(split => split.Name))
                .Distinct()
                .Select(split =>
                    BarChart.Accuracies("Each clip tested once, by a model of the other folds; 95 % interval.", split)
                ),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        (MusicRun Run, ClassRun Tested)[] all =
        [
            .. Runs()
                .Select(run =>
                    (run, new ClassRun(run.Name, run.Split, run.Trial.Seed, inputs.Of(run.Trial).Classes(SubsetNames.Test)))
                ),
        ];
        ClassRun[] runs = [.. all.Select(own => own.Tested)];
        ResultTable differences = ClassDifferencesTable.New();
        foreach (
            IGrouping<(string, string, string), (MusicRun Run, ClassRun Tested)> same in all.GroupBy(own => own.Run.ComparedIn)
        )
        {
            (MusicRun music, ClassRun tested) = same.Single(own => own.Run.Vectors == Music);
            Dictionary<string, string> groups = inputs
                .Open(music.Case.Data)
                .Items.ToDictionary(item => item.Id, item => item.Group);
            foreach ((_, ClassRun other) in same.Where(own => own.Run.Vectors != Music))
            {
                ClassDifferencesTable.Add(differences, runs, music.Split, tested.Variant, other.Variant, item => groups[item]);
            }
        }

        return new([.. Accuracies.Of(runs)], [.. ClassTables.Of(runs, Seeds[0], withRecall: true), differences]);
    }

    private IEnumerable<MusicRun> Runs() =>
        from own in Cases
        from split in own.Splits
        from vectors in VectorsOf(own.Data)
        from classifier in Classifiers
        from seed in Seeds
        select new MusicRun(own, split.Name, vectors.Name, own.Fitted(split, vectors, classifier, seed));

    private static (string Name, FeatureSet Set)[] VectorsOf(DatasetRef data) =>
        [
            (Music, new MusiCnnVectors { Data = data, Output = MusiCnnOutput.Embedding }),
            (Mel, FilmSettings.MelStatistics(data, FilmSettings.Excerpt)),
            (
                Photographs,
                new PooledTrunk
                {
                    Data = data,
                    Levels = FilmSettings.Levels(data),
                    Network = PretrainedNetwork.ResNet18,
                    Side = FilmNetworks.Side,
                    Seed = 0,
                }
            ),
        ];

    private sealed record MusicRun(FilmCase Case, string Split, string Vectors, VectorTrial Trial)
    {
        public string Name => $"{Case.Data.Id}, {Case.Task.Rule.Name}, {Vectors}, {Trial.Classifier.Name}";

        // Runs that differ in their vectors alone.
        public (string Case, string Split, string Classifier) ComparedIn =>
            ($"{Case.Data.Id}, {Case.Task.Rule.Name}", Split, Trial.Classifier.Name);
    }
}
