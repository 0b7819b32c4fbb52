namespace Research.Experiments.GenreAffect;

/// <summary>Does an LSTM over spectrogram frames hear genres?</summary>
/// <remarks>
/// <para>Follows: steps 5 and 6 (claims genre-affect-007 to 162): mel bands, the same between beats, pitch classes, and both together between beats; two layers of 128, Adam 0.0001, weight decay
/// 0.001, 15 epochs. Beside it the same network with a rate at which it learns, and with classes that weigh the same.</para>
/// <para>Deviations: GTZAN's spectrograms of five seconds stand in for FMA's of thirty, whose archive cannot be had; its frames are four times as far apart, mel bands and pitch classes
/// approximations. Run: ./build.sh --target GenreAffect.Lstm --profile paper.</para>
/// </remarks>
internal sealed record Lstm : Experiment, IStudyExperiment
{
    public override string Question => "Does an LSTM over spectrogram frames hear genres?";

    // Data, features, models and training
    public required GenreNetworks Networks { get; init; }

    public static int Order => 10;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        var mel = new NetworkVariant
        {
            Name = "lstm, mel, as published",
            Claimed = "mel",
            Frames = GenreSettings.Mel(paper ? 128 : 32),
            Network = new SequenceNetworkSettings
            {
                Recurrent = new()
                {
                    Kind = RecurrentKind.Lstm,
                    Hidden = paper ? 128 : 16,
                    Layers = paper ? 2 : 1,
                    Bidirectional = false,
                    Dropout = 0,
                },
            },
            Training = new()
            {
                Epochs = paper ? 15 : 3,
                BatchSize = 32,
                Optimizer = OptimizerSettings.Adam(paper ? 1e-4 : 3e-3, weightDecay: 1e-3),
                GradientNorm = null,
                Stopping = null,
            },
            BalancesClasses = false,
            Smoothing = 0,
            KeepsModels = false,
        };
        NetworkVariant beats = mel with
        {
            Name = "lstm, mel, beat-synced, as published",
            Claimed = "mel, beat-synced",
            Frames = mel.Frames with { BeatSynchronous = true },
        };
        NetworkVariant fused = beats with
        {
            Name = "lstm, mel + chroma, beat-synced, as published",
            Claimed = "mel + chroma",
            Frames = beats.Frames with { Part = MusicPart.Fused },
        };
        NetworkVariant chroma = mel with
        {
            Name = "lstm, chroma, as published",
            Claimed = "chroma",
            Frames = mel.Frames with { Part = MusicPart.Chroma },
        };
        NetworkVariant learning = mel with
        {
            Name = "lstm, mel, adam 0.001, best epoch of 60",
            Claimed = "",
            Training = mel.Training with
            {
                Epochs = 60,
                Optimizer = OptimizerSettings.Adam(1e-3, weightDecay: 1e-3),
                Stopping = EarlyStopping.After(15),
            },
        };
        DatasetRef data = paper ? Datasets.GtzanSpecgrams : Datasets.SyntheticMusic;
        IReadOnlyList<ulong> seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1];
        return new Lstm
        {
            Data = [data],
            Seeds = seeds,
            Networks = new(
                data,
                GenreNetworks.BothSplits(profile),
                paper ? [mel, beats, chroma, fused, learning] : [beats, fused],
                seeds
            ),
        };
    }

    public override Sample Sampled() => new("the first of three seeds", ["runs", "confusion", "classes", "epochs"]);

    public override IReadOnlyList<Trial> Trials => Networks.Trials;

    public override IReadOnlyList<Chart> Charts() => Networks.Charts();

    // Tables
    public override Measurement Tabulate(TableInputs inputs) => Networks.Tabulate(inputs, "lstm", classes: true);
}
