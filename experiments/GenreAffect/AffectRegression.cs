using Research.Evaluation.Regressors;

namespace Research.Experiments.GenreAffect;

/// <summary>Can valence and arousal be heard from the sound of a piece?</summary>
/// <remarks>
/// <para>Follows: step 8 (claims genre-affect-165 to 172): an LSTM of 15 epochs and a convolutional network of 50 for each target, by mean squared error; Spearman's correlation with intervals over
/// pieces and over series. Beside them ridge regression and support vectors over statistics of the frames, and over what a pretrained MusiCNN says.</para>
/// <para>Deviations: VGMIDI's 200 pieces of game music, played on our own piano, stand in for the report's 1,497 tracks; listeners' arousal for Echo Nest's energy; nothing for danceability. All
/// pieces of a series are tested together. Run: ./build.sh --target GenreAffect.AffectRegression --profile paper.</para>
/// </remarks>
internal sealed record AffectRegression : Experiment, IStudyExperiment
{
    public override string Question => "Can valence and arousal be heard from the sound of a piece?";

    // Features and models
    public required IReadOnlyList<AffectNetwork> Networks { get; init; }

    public required IReadOnlyList<RegressionTrial> Regressions { get; init; }

    public static int Order => 18;

    public static Experiment In(Profile profile)
    {
        DatasetRef data = AffectSettings.Data(profile);
        MusicFrames frames = AffectSettings.Frames(profile);
        AffectNetwork cnn = Convolutional(profile);
        AffectNetwork lstm = cnn with
        {
            Name = "lstm",
            Network = AffectSettings.Sequences(profile),
            Training = AffectSettings.Training(profile.UsesRecordings() ? 15 : 3, 1e-3),
        };
        var statistics = new FrameStatistics { Data = data, Frames = frames };
        var embedding = new MusiCnnVectors { Data = data, Output = MusiCnnOutput.Embedding };
        RidgeRegressorSettings ridge = new("ridge 100", new() { Penalty = 100 });
        SvrRegressorSettings svr = new("svr rbf", new() { Svm = SvmSettings.ScikitLearn(SvmKernel.Rbf), Epsilon = 0.1 });
        (FeatureSet Set, string Name, RegressorSettings Regressor)[] fitted =
        [
            (statistics, statistics.VariantName, ridge),
            (statistics, statistics.VariantName, svr),
            .. profile == Profile.Paper
                ? new (FeatureSet, string, RegressorSettings)[] { (embedding, "MusiCNN embedding", ridge) }
                : [],
        ];
        return new AffectRegression
        {
            Data = [data],
            Seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1],
            Networks = profile == Profile.Sample ? [] : [lstm, cnn],
            Regressions =
            [
                .. fitted.Select(own => new RegressionTrial
                {
                    Vectors = [own.Set],
                    VectorsName = own.Name,
                    Targets = AffectSettings.Targets(profile),
                    Scale = GroupScale.None,
                    Splits = AffectSettings.AllFolds(profile),
                    SplitName = AffectSettings.SeriesFolds,
                    Regressor = own.Regressor,
                    Seed = 1,
                }),
            ],
        };
    }

    /// <summary>A convolutional network for each target.</summary>
    public static AffectNetwork Convolutional(Profile profile) =>
        new()
        {
            Name = "cnn",
            Frames = AffectSettings.Frames(profile).On(AffectSettings.Data(profile)),
            Tasks = [.. AffectSettings.Targets(profile).Select(AffectSettings.Alone)],
            Network = AffectSettings.Pictures(profile),
            Training = AffectSettings.Training(profile.UsesRecordings() ? 50 : 3, 1e-3),
            Starts = null,
            FreezesBlocks = false,
            Folds = AffectSettings.FoldCount(profile),
        };

    public override Sample Sampled() => new("regressions on statistics, without networks", ["values"]);

    public override IReadOnlyList<Trial> Trials => [.. Networks.SelectMany(network => network.Trials(Seeds)), .. Regressions];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dictionary<string, string> series = inputs.Open(Data[0]).Items.ToDictionary(item => item.Id, item => item.Group);
        ValueRun[] networks = [.. from network in Networks from seed in Seeds select network.Run(inputs, seed)];
        ValueRun[] regressions = [.. Regressions.Select(trial => RunOf(trial, inputs.Of(trial)))];
        Figure[] figures = [.. ValueFigures.Of(networks)];
        return new(
            [
                .. Networks.SelectMany(network =>
                    AffectTables.Answering(
                        figures.Where(figure => figure.Variant == network.Name),
                        "affect-regression",
                        network.Name,
                        "",
                        mean: true
                    )
                ),
                .. figures.Where(figure => figure.Metric != Results.Metrics.MetricName.Spearman),
                .. ValueFigures.Of(regressions),
            ],
            [ValuesTable.Of([.. networks, .. regressions], item => series[item])]
        );
    }

    private static ValueRun RunOf(RegressionTrial trial, TrialResult result) =>
        new(
            $"{trial.VectorsName}, {trial.Regressor.Name}",
            AffectSettings.SeriesFolds,
            trial.Seed,
            (ValuePredictions)result.Predictions[0]
        );
}
