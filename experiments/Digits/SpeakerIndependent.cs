namespace Research.Experiments.Digits;

/// <summary>How well does a recogniser do on a voice that it has never heard?</summary>
/// <remarks>
/// <para>Beyond the documents: every published figure shares its speakers between training and test. Here each speaker is left out in
/// turn, with and without cepstral mean and variance normalisation of each utterance (Viikki and Laurila, 1998).</para>
/// <para>Run: ./build.sh --target Digits.SpeakerIndependent --profile paper.</para>
/// </remarks>
internal sealed record SpeakerIndependent : Experiment, IStudyExperiment
{
    public override string Question => "How well does a digit recogniser do on a voice that it has never heard?";

    // Data
    /// <summary>Each is left out once.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    // Features and models
    public required IReadOnlyList<HmmVariant> Plain { get; init; }

    public required IReadOnlyList<HmmVariant> Normalised { get; init; }

    /// <summary>Networks over plain and over normalised frames; a fifth of the training clips stops the training.</summary>
    public required IReadOnlyList<RecurrentVariant> LstmPlain { get; init; }

    public required IReadOnlyList<RecurrentVariant> LstmNormalised { get; init; }

    public required Holdout Validation { get; init; }

    public required MfccFrames VectorFrames { get; init; }

    public required SvmSettings Svm { get; init; }

    public static int Order => 15;

    public static Experiment In(Profile profile)
    {
        HmmVariant[] variants =
        [
            new(MfccFrames.Course(13), DigitSettings.Hmm, ""),
            new(MfccFrames.Course(13), DigitSettings.Hmm with { Mixtures = 3 }, ""),
        ];
        var paper = new SpeakerIndependent
        {
            Data = [Datasets.Fsdd],
            Seeds = DigitSettings.FiveSeeds,
            Speakers = Research.Data.Datasets.Fsdd.Card.Groups,
            Plain = variants,
            Normalised = variants,
            LstmPlain = [LstmSettings.Stopping],
            LstmNormalised = [LstmSettings.Stopping],
            Validation = (Holdout)((PublishedSplit)DigitSettings.Published).Validation,
            VectorFrames = MfccFrames.Reported(13),
            Svm = SvmSettings.ScikitLearn(SvmKernel.Rbf),
        };
        return profile.Choose(
            paper,
            sample: paper.WithFirstSeed(),
            quick: paper with
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [1],
                Speakers = Corpora.SyntheticDigits.Card.Groups,
                LstmPlain = [],
                LstmNormalised = [.. paper.LstmNormalised.Select(LstmSettings.Shortened)],
            }
        );
    }

    public override Sample Sampled() => new("the first of five seeds", ["runs", "speakers"]);

    public override IReadOnlyList<Trial> Trials => [.. Folds().SelectMany(run => run.Trials), SupportVectors];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Each speaker left out once; the published figures let every test speaker into training.", null),
            SpeakersTable.Chart("Some voices are much harder than others: six speakers are few."),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        Dictionary<string, string> speakers = data.Items.ToDictionary(item => item.Id, item => item.Group);
        string[] order = [.. data.Items.Select(item => item.Id)];
        ClassRun[] runs =
        [
            .. Folds()
                .Select(run => new ClassRun(
                    run.Variant,
                    SpeakersTable.LeftOut,
                    run.Seed,
                    Evaluation.Tables.Folds.Join(
                        [.. run.Trials.Select(trial => inputs.Of(trial).Classes(SubsetNames.Test))],
                        order
                    )
                )),
            new(
                $"vectors {Vectors.Length}, svm rbf",
                SpeakersTable.LeftOut,
                Seeds[0],
                inputs.Of(SupportVectors).Classes(SubsetNames.Test)
            ),
        ];
        ResultTable table = SpeakersTable.New();
        foreach (ClassRun run in runs)
        {
            SpeakersTable.AddEach(table, run, item => speakers[item]);
        }

        return new(
            [.. Accuracies.Of(runs)],
            [RunsTable.Of(runs), table, ConfusionTable.Of([.. runs.Where(run => run.Seed == Seeds[0])])]
        );
    }

    private IEnumerable<(string Variant, ulong Seed, Trial[] Trials)> Folds() =>
        [
            .. Plain.SelectMany(variant => Without(variant.Name, (speaker, seed) => Hmm(variant, speaker, seed))),
            .. Normalised.SelectMany(variant =>
                Without(
                    variant.Name + HmmVariant.Normalised,
                    (speaker, seed) => Hmm(variant, speaker, seed) with { PerUtterance = true }
                )
            ),
            .. LstmPlain.SelectMany(variant => Without(variant.Name, (speaker, seed) => Lstm(variant, speaker, seed))),
            .. LstmNormalised.SelectMany(variant =>
                Without(
                    variant.Name + HmmVariant.Normalised,
                    (speaker, seed) => Lstm(variant, speaker, seed) with { PerUtterance = true }
                )
            ),
        ];

    // A run a seed: its trials leave out one speaker each.
    private IEnumerable<(string Variant, ulong Seed, Trial[] Trials)> Without(string name, Func<string, ulong, Trial> trial) =>
        Seeds.Select(seed => (name, seed, Speakers.Select(speaker => trial(speaker, seed)).ToArray()));

    private HmmTrial Hmm(HmmVariant variant, string speaker, ulong seed) =>
        variant.On(Data[0], new GroupLeftOut { Group = speaker, Validation = new NoValidation() }, seed) with
        {
            Fold = $"without {speaker}",
        };

    private RecurrentTrial Lstm(RecurrentVariant variant, string speaker, ulong seed) =>
        variant.On(Data[0], new GroupLeftOut { Group = speaker, Validation = Validation }, seed) with
        {
            Fold = $"without {speaker}",
        };

    private VectorSet Vectors => VectorFrames.VectorsOn(Data[0], VectorForm.OverTime);

    private VectorTrial SupportVectors =>
        new()
        {
            Vectors = [Vectors],
            VectorsName = $"vectors {Vectors.Length}",
            Scale = GroupScale.None,
            Splits = new EachGroupLeftOut(),
            SplitName = SpeakersTable.LeftOut,
            Classifier = new SvmClassifierSettings("svm rbf", Svm),
            KeepsModel = false,
            Seed = 0,
        };
}
