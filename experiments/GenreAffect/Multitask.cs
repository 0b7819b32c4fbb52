namespace Research.Experiments.GenreAffect;

/// <summary>Does one network learn several dimensions of affect as well as one each?</summary>
/// <remarks>
/// <para>Follows: step 9b (claims genre-affect-176 to 178): one convolutional network with an output for each target and a weighted sum of their errors: equal weights as published, weights searched, and
/// weights that training learns from the noise of each target (Kendall, Gal and Cipolla, 2018). The searched ones are shown side by side: which is best is not chosen by the test.</para>
/// <para>Deviations: two targets, valence and arousal, of VGMIDI (see AffectRegression). Run: ./build.sh --target GenreAffect.Multitask --profile paper.</para>
/// </remarks>
internal sealed record Multitask : Experiment, IStudyExperiment
{
    private const string Equal = "cnn, equal weights";

    public override string Question => "Does one network learn several dimensions of affect as well as one each?";

    // Data, features, models and training
    public required IReadOnlyList<AffectNetwork> Networks { get; init; }

    public static int Order => 22;

    public static Experiment? In(Profile profile)
    {
        if (profile == Profile.Sample)
        {
            return null; // Transfer's sample trains the same kind of network, and takes as long
        }

        IReadOnlyList<string> targets = AffectSettings.Targets(profile);
        AffectNetwork equal = AffectRegression.Convolutional(profile) with
        {
            Name = Equal,
            Tasks =
            [
                new()
                {
                    Targets = targets,
                    Weights = [0.5, 0.5],
                    LearnsWeights = false,
                },
            ],
        };
        AffectNetwork Weighted(string name, double[] weights, bool learns) =>
            equal with
            {
                Name = name,
                Tasks = [equal.Tasks[0] with { Weights = weights, LearnsWeights = learns }],
            };
        return new Multitask
        {
            Data = [equal.Frames.Data],
            Seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1],
            Networks =
            [
                equal,
                Weighted($"cnn, {targets[0]} weighs 0.8", [0.8, 0.2], learns: false),
                Weighted($"cnn, {targets[0]} weighs 0.2", [0.2, 0.8], learns: false),
                Weighted("cnn, weights learned", [0.5, 0.5], learns: true),
            ],
        };
    }

    public override IReadOnlyList<Trial> Trials => [.. Networks.SelectMany(network => network.Trials(Seeds))];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dictionary<string, string> series = inputs.Open(Data[0]).Items.ToDictionary(item => item.Id, item => item.Group);
        ValueRun[] runs = [.. from network in Networks from seed in Seeds select network.Run(inputs, seed)];
        Figure[] figures = [.. ValueFigures.Of(runs)];
        bool Answers(Figure figure) =>
            figure.Variant == Equal
            && figure.Metric == Results.Metrics.MetricName.Spearman
            && figure.Class != ValueRun.MeanOfTargets;
        return new(
            [
                .. AffectTables.Answering(figures.Where(Answers), "multitask", "cnn", "loss weights 0.33 each", mean: false),
                .. figures.Where(figure => !Answers(figure)),
            ],
            [ValuesTable.Of(runs, item => series[item])]
        );
    }
}
