namespace Research.Experiments.Digits;

/// <summary>How many hidden layers does a perceptron on utterance vectors need?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 7, whose text says 20 layers of 20 neurons and whose code has two: both, on its vectors of the course's
/// recordings over random splits. Digits.Classical answers the published figure (digits-2-040) with a perceptron that stops as
/// scikit-learn's does; here the tensor engine trains a fixed number of epochs.</para>
/// <para>Run: ./build.sh --target Digits.Mlp --profile paper.</para>
/// </remarks>
internal sealed record Mlp : Experiment, IStudyExperiment
{
    public override string Question => "How many hidden layers does a perceptron on utterance vectors need?";

    // Data
    public required Protocol Split { get; init; }

    // Features
    public required MfccFrames Frames { get; init; }

    public required VectorForm Form { get; init; }

    // Models: units of the hidden layers of each network
    public required IReadOnlyList<IReadOnlyList<int>> Networks { get; init; }

    public required TrainingSettings Training { get; init; }

    public static int Order => 7;

    public static Experiment In(Profile profile)
    {
        var paper = new Mlp
        {
            Data = [Datasets.NtuaDigits],
            Seeds = [.. Enumerable.Range(1, 20).Select(seed => (ulong)seed)],
            Split = new RandomSplit { Test = Holdout.Stratified(0.3, "digits/course/mlp"), Validation = new NoValidation() },
            Frames = DigitSettings.Reflected,
            Form = VectorForm.AcrossCoefficients,
            Networks = [Deep(2), Deep(5), Deep(20)],
            Training = LstmSettings.Training(OptimizerSettings.Adam(0.001, 1e-4), 200, 200, null),
        };
        return profile.UsesRecordings()
            ? paper
            : paper with
            {
                Data = [Datasets.SyntheticCourse],
                Seeds = [1, 2],
                Networks = [Deep(2)],
                Training = paper.Training with { Epochs = 20 },
            };
    }

    public override IReadOnlyList<Trial> Trials => [.. from hidden in Networks from seed in Seeds select TrialOf(hidden, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [BarChart.Accuracies("Mean over the seeds with its 95 % interval; the published figure where there is one.", "test")];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassRun[] runs =
        [
            .. from hidden in Networks
            from seed in Seeds
            select new ClassRun(
                PerceptronTrial.NameOf(hidden),
                SubsetNames.Test,
                seed,
                inputs.Of(TrialOf(hidden, seed)).Classes(SubsetNames.Test)
            ),
        ];
        IEnumerable<Figure> figures = Accuracies.Of(runs).Select(figure => figure with { RunsDifferBy = RunsDifferBy.Split });
        return new([.. figures], [RunsTable.Of(runs)]);
    }

    private PerceptronTrial TrialOf(IReadOnlyList<int> hidden, ulong seed) =>
        new()
        {
            Vectors = Frames.VectorsOn(Data[0], Form),
            Protocol = Split,
            Hidden = hidden,
            Training = Training,
            Seed = seed,
        };

    private static int[] Deep(int layers) => [.. Enumerable.Repeat(20, layers)];
}
