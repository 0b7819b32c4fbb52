namespace Research.Experiments.GenreAffect;

/// <summary>Networks that learn genres on the fault-filtered list, and on random splits of its size; and the tables of both.</summary>
/// <param name="Data">Whose genres.</param>
/// <param name="Splits">Words and protocol of each split; the first is the one whose figures answer the report's.</param>
internal sealed record GenreNetworks(
    DatasetRef Data,
    IReadOnlyList<(string Name, Protocol Split)> Splits,
    IReadOnlyList<NetworkVariant> Variants,
    IReadOnlyList<ulong> Seeds
)
{
    /// <summary>Whether the data are the report's own.</summary>
    public bool OnOwnData { get; init; }

    public static (string Name, Protocol Split)[] BothSplits(Profile profile) =>
        [
            (GenreSettings.Filtered, GenreSettings.FilteredSplit(profile, validation: true)),
            (GenreSettings.RandomOfEqualSize, GenreSettings.EqualSplit(profile, validation: true)),
        ];

    public IReadOnlyList<Trial> Trials =>
        [
            .. from variant in Variants
            from split in Splits
            from seed in Seeds
            select variant.On(Data, split.Name, split.Split, seed),
        ];

    public IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies(
                "Artists on one side only, no repetitions: mean over the seeds with its 95 % interval.",
                GenreSettings.Filtered
            ),
            BarChart.Accuracies("Random splits of songs, as large as the fault-filtered list.", GenreSettings.RandomOfEqualSize),
            MatrixChart.Confusion("Which genre is taken for which, first seed.", GenreSettings.Filtered),
        ];

    /// <param name="network">As the claims name the model.</param>
    /// <param name="classes">Whether the report printed figures of single classes, and the validation loss.</param>
    public Measurement Tabulate(TableInputs inputs, string network, bool classes) =>
        new([.. Answering(inputs, network, network, classes), .. Accuracies.Of(Runs(inputs))], Tables(inputs));

    /// <summary>Tables of all variants, splits and seeds.</summary>
    public IReadOnlyList<ResultTable> Tables(TableInputs inputs)
    {
        ResultTable epochs = EpochsTable.OfClassifiers(
            from variant in Variants
            from split in Splits
            from seed in Seeds
            select ($"{variant.Name}, {split.Name}", seed, ResultOf(inputs, variant, split, seed).Curve!)
        );
        return [.. ClassTables.Of(Runs(inputs), Seeds[0], withRecall: true), epochs];
    }

    /// <summary>The figures that answer the report's, which had one split; the first of ours answers it.</summary>
    /// <param name="network">As the claims name the model.</param>
    /// <param name="experiment">As the claims name what was tried.</param>
    /// <param name="classes">Whether the report printed figures of single classes, and the validation loss.</param>
    public IEnumerable<Figure> Answering(TableInputs inputs, string network, string experiment, bool classes) =>
        from variant in Variants
        where variant.Claimed.Length > 0
        let own = new GenreRuns(
            network,
            variant.Claimed,
            [.. Seeds.Select(seed => (seed, ResultOf(inputs, variant, Splits[0], seed)))]
        )
        {
            Experiment = experiment,
            OnOwnData = OnOwnData,
        }
        from figure in own.LastEpoch(variant.Name, variant.Training.Epochs, classes).Concat(own.Test(variant.Name, classes))
        select figure;

    private ClassRun[] Runs(TableInputs inputs) =>
        [
            .. from variant in Variants
            from split in Splits
            from seed in Seeds
            select new ClassRun(variant.Name, split.Name, seed, ResultOf(inputs, variant, split, seed).Classes(SubsetNames.Test)),
        ];

    private TrialResult ResultOf(TableInputs inputs, NetworkVariant variant, (string Name, Protocol Split) split, ulong seed) =>
        inputs.Of(variant.On(Data, split.Name, split.Split, seed));
}
