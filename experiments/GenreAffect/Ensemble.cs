namespace Research.Experiments.GenreAffect;

/// <summary>How far do several models get together, on the same spectrograms?</summary>
/// <remarks>
/// <para>The convolutional network of <see cref="Cnn"/> with hidden stretches, as it was trained there; logistic regressions over statistics of mel bands, and over what the filters of a MusiCNN that
/// learned tags of other music find in the same spectrograms; and means of their probabilities. All learn the training part alone, so that accuracies on the validation part (validation.csv) can
/// choose. The networks of all seeds together are one answer, and stand as one run.</para>
/// <para>The study published nothing of it. C 0.03 and the mean of MusiCNN's input, 2.24 as in real clips (1.5, and a range of 80 dB in the place of 110, were tried too), were chosen on the validation part of the fault-filtered list; there its embedding
/// and its tags, support vectors, and statistics beside both others were tried and did no better. The Million Song Dataset may hold recordings that GTZAN was cut from. In profile quick: generated music, without the
/// pretrained network. Run: ./build.sh --target GenreAffect.Ensemble --profile paper.</para>
/// </remarks>
internal sealed record Ensemble : Experiment, IStudyExperiment
{
    private const string Network = "cnn, SpecAugment";

    public override string Question => "How far do several models get together, on the same spectrograms?";

    // Data, features and models
    /// <summary>Those of <see cref="Cnn"/>; the last takes part.</summary>
    public required GenreNetworks Networks { get; init; }

    /// <summary>In words, one classifier over each.</summary>
    public required IReadOnlyList<(string Name, FeatureSet Vectors)> Vectors { get; init; }

    public required LogisticClassifierSettings Classifier { get; init; }

    public static int Order => 17;

    public static Experiment? In(Profile profile)
    {
        if (profile == Profile.Sample)
        {
            return null; // its network is Cnn's, which the sample has; its filters take minutes
        }

        bool paper = profile.UsesRecordings();
        GenreNetworks networks = ((Cnn)Cnn.In(profile)).Networks;
        var statistics = new FrameStatistics { Data = networks.Data, Frames = GenreSettings.Mel(paper ? 128 : 32) };
        var filters = new PictureMusiCnn { Data = networks.Data, MeanInput = 2.24 };
        return new Ensemble
        {
            Data = [networks.Data],
            Seeds = networks.Seeds,
            Networks = networks,
            Vectors = paper ? [("statistics", statistics), ("MusiCNN filters", filters)] : [("statistics", statistics)],
            Classifier = LogisticClassifierSettings.Multinomial(0.03),
        };
    }

    public override IReadOnlyList<Trial> Trials =>
        [
            .. from split in Networks.Splits from seed in Seeds select CnnOn(split, seed),
            .. from vectors in Vectors from split in Networks.Splits from seed in Seeds select TrialOf(vectors, split, seed),
        ];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Artists on one side only, no repetitions.", GenreSettings.Filtered),
            BarChart.Accuracies("Random splits of songs, as large as the fault-filtered list.", GenreSettings.RandomOfEqualSize),
            MatrixChart.Confusion("Which genre is taken for which, first seed.", GenreSettings.Filtered),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Answers[] all =
        [
            .. Networks.Splits.SelectMany(split => Seeds.SelectMany(seed => Of(inputs, split, seed))),
            .. SeedsTogether(inputs),
        ];
        ClassRun[] runs = [.. all.Select(own => own.Run(SubsetNames.Test))];
        ClassRun[] validation = [.. all.Select(own => own.Run(SubsetNames.Validation))];
        return new(
            [.. Accuracies.Of(runs)],
            [.. ClassTables.Of(runs, Seeds[0], withRecall: true), ValidationTable(runs, validation)]
        );
    }

    // Each alone, each vectors with the network, and all.
    private IEnumerable<Answers> Of(TableInputs inputs, (string Name, Protocol Split) split, ulong seed)
    {
        Answers network = new(Network, split.Name, seed, inputs.Of(CnnOn(split, seed)));
        Answers[] vectors =
        [
            .. Vectors.Select(own => new Answers(own.Name, split.Name, seed, inputs.Of(TrialOf(own, split, seed)))),
        ];
        return
        [
            network,
            .. seed == Seeds[0] || split != Networks.Splits[0] ? vectors : [], // on the published list they are the same for every seed
            .. vectors.Select(own => Answers.Mean([network, own])),
            .. vectors.Length > 1 ? [Answers.Mean([network, .. vectors])] : Array.Empty<Answers>(),
        ];
    }

    // On the published list, whose parts are the same for every seed.
    private IEnumerable<Answers> SeedsTogether(TableInputs inputs)
    {
        (string Name, Protocol Split) split = Networks.Splits[0];
        if (Seeds.Count == 1)
        {
            return [];
        }

        var networks = Answers.Mean([
            .. Seeds.Select(seed => new Answers(Network, split.Name, seed, inputs.Of(CnnOn(split, seed)))),
        ]) with
        {
            Name = $"{Network}, {Seeds.Count} seeds",
        };
        return
        [
            networks,
            .. Vectors.Select(own =>
                Answers.Mean([networks, new(own.Name, split.Name, Seeds[0], inputs.Of(TrialOf(own, split, Seeds[0])))])
            ),
        ];
    }

    private static ResultTable ValidationTable(ClassRun[] tested, ClassRun[] validated)
    {
        var table = new ResultTable(
            "validation",
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("seed"),
            Column.Number("validation", 6),
            Column.Number("test", 6)
        );
        foreach ((ClassRun test, ClassRun validation) in tested.Zip(validated))
        {
            table.Add(test.Variant, test.Split, $"{test.Seed}", validation.Confusion.Accuracy, test.Confusion.Accuracy);
        }

        return table;
    }

    private ItemNetworkTrial CnnOn((string Name, Protocol Split) split, ulong seed) =>
        Networks.Variants[^1].On(Networks.Data, split.Name, split.Split, seed);

    private VectorTrial TrialOf((string Name, FeatureSet Vectors) own, (string Name, Protocol Split) split, ulong seed) =>
        new()
        {
            Vectors = [own.Vectors],
            VectorsName = own.Name,
            Scale = GroupScale.None,
            Splits = new OneSplit(split.Split),
            SplitName = split.Name,
            Classifier = Classifier,
            KeepsModel = true, // with its probabilities
            Seed = seed,
        };

    /// <summary>What a model, or several, say of the validation and of the test part.</summary>
    private sealed record Answers(string Name, string Split, ulong Seed, IReadOnlyDictionary<string, ClassPredictions> Parts)
    {
        public Answers(string name, string split, ulong seed, TrialResult result)
            : this(
                name,
                split,
                seed,
                new[] { SubsetNames.Validation, SubsetNames.Test }.ToDictionary(part => part, part => result.Classes(part))
            ) { }

        public ClassRun Run(string part) => new(Name, Split, Seed, Parts[part]);

        /// <summary>The means of their probabilities.</summary>
        public static Answers Mean(IReadOnlyList<Answers> all) =>
            new(
                string.Join(" + ", all.Select(own => own.Name)),
                all[0].Split,
                all[0].Seed,
                all[0]
                    .Parts.ToDictionary(
                        part => part.Key,
                        part => MeanProbabilities.Of([.. all.Select(own => own.Parts[part.Key])])
                    )
            );
    }
}
