namespace Research.Experiments.SpeechEmotion;

/// <summary>Does a recogniser of one corpus understand the emotions of another, in another language?</summary>
/// <remarks>
/// <para>Follows: speech-emotion part 1, which tried one model of EMO-DB on one recording of ShEMO and found that it fails. Here all recordings of the shared classes, both
/// directions: nEMO stands in for ShEMO.</para>
/// <para>Scaling decides much of it, so each is told: on the training corpus alone; each corpus by itself; each speaker by itself. The last two read no label of the tested
/// corpus, but all of its recordings. The network learns from all of its own corpus, for steps that were fixed beforehand.</para>
/// <para>Within its own corpus each recogniser stands in SpeechEmotion.Handcrafted and SpeechEmotion.AttentionBlstm.
/// Run: ./build.sh --target SpeechEmotion.CrossCorpus --profile paper.</para>
/// </remarks>
internal sealed record CrossCorpus : Experiment, IStudyExperiment
{
    private static readonly (GroupScale Scale, string Name)[] Scalings =
    [
        (GroupScale.None, "scaled on the training corpus"),
        (GroupScale.ByCorpus, "each corpus scaled by itself"),
        (GroupScale.ByGroup, "each speaker scaled by itself"),
    ];

    public override string Question => "Does a recogniser of one corpus understand the emotions of another, in another language?";

    // Features and models
    public required EmotionVectors Vectors { get; init; }

    public required IReadOnlyList<ClassifierSettings> Classifiers { get; init; }

    public required LibrosaFrames Frames { get; init; }

    public required AttentionVariant Network { get; init; }

    public static int Order => 4;

    public static Experiment In(Profile profile)
    {
        var paper = new CrossCorpus
        {
            Data = EmotionSettings.Corpora,
            Seeds = EmotionSettings.FiveSeeds,
            Vectors = EmotionVectors.Of(VectorKind.Prosodic),
            Classifiers = [EmotionSettings.Linear, EmotionSettings.Rbf],
            Frames = LibrosaFrames.Levelled,
            Network = EmotionSettings.Honest,
        };
        return profile.Choose(
            paper,
            sample: paper.WithFirstSeed(),
            quick: paper with
            {
                Data = [Datasets.SyntheticSpeechEmotion, Datasets.SyntheticSpeechEmotionOther],
                Seeds = [1],
                Network = EmotionSettings.Short(paper.Network, null, 24, 8),
            }
        );
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs"]);

    public override IReadOnlyList<Trial> Trials => [.. Runs().Select(run => run.Trial)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Trained on one corpus, tested on all recordings of the other. With four classes chance is 0.25.",
                null
            ),
            MatrixChart.Confusion(
                "Which emotion is taken for which in the other language, first seed.",
                EmotionSplits.OtherCorpus
            ),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from run in Runs()
            let tested = inputs.Of(run.Trial).Classes(SubsetNames.Test)
            select new ClassRun(run.Variant, EmotionSplits.OtherCorpus, run.Seed, tested),
        ];
        return new EmotionTables(runs, SpeakersTable.New(), []).ToMeasurement(Seeds[0]);
    }

    private IEnumerable<(string Variant, ulong Seed, Trial Trial)> Runs() =>
        from direction in Directions()
        from run in Handcrafted(direction.From, direction.To).Concat(Trained(direction.From, direction.To))
        select run;

    private IEnumerable<(DatasetRef From, DatasetRef To)> Directions() =>
        Data.SelectMany(from => Data.Where(to => to.Id != from.Id).Select(to => (from, to)));

    private IEnumerable<(string, ulong, Trial)> Handcrafted(DatasetRef source, DatasetRef target) =>
        from scaling in Scalings
        from classifier in Classifiers
        select (
            $"{source.Id} to {target.Id}, {Vectors.VariantName}, {classifier.Name}, {scaling.Name}",
            Seeds[0],
            (Trial)
                new VectorTrial
                {
                    Vectors = [Vectors.On(source), Vectors.On(target)],
                    VectorsName = Vectors.VariantName,
                    Scale = scaling.Scale,
                    Splits = new OneSplit(Against(source, target)),
                    SplitName = EmotionSplits.OtherCorpus,
                    Classifier = classifier,
                    KeepsModel = false,
                    Seed = Seeds[0],
                }
        );

    private IEnumerable<(string, ulong, Trial)> Trained(DatasetRef from, DatasetRef to) =>
        Seeds.Select(seed =>
            (
                $"{from.Id} to {to.Id}, {Network.Name}, {Scalings[0].Name}",
                seed,
                (Trial)Network.On([Frames.On(from), Frames.On(to)], Against(from, to), EmotionSplits.OtherCorpus, seed)
            )
        );

    private static CorpusAgainstCorpus Against(DatasetRef from, DatasetRef to) =>
        new()
        {
            From = from,
            To = to,
            Validation = new NoValidation(),
        };
}
