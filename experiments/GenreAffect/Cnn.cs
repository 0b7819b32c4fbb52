using Research.Models.Networks.Convolutional;

namespace Research.Experiments.GenreAffect;

/// <summary>Does a convolutional network over spectrograms as pictures hear genres better?</summary>
/// <remarks>
/// <para>Follows: step 7 (claims genre-affect-163 and 164): four blocks of convolution, batch normalization, rectifier and pooling, a linear layer, 25 epochs. Beside it a network with hidden
/// stretches of time and bands (SpecAugment), turned beginnings, smoothed classes and the best epoch by validation loss. Filters and activations are pictures of the second network's.</para>
/// <para>Deviations: GTZAN's spectrograms of five seconds stand in for FMA's of thirty. The report names no channels and no rate: 16 to 128 and 0.001 are ours. The second network's
/// settings were put together from the best of seven that were tried on the validation part, with test figures in sight. Run: ./build.sh --target GenreAffect.Cnn --profile paper.</para>
/// </remarks>
internal sealed record Cnn : Experiment, IStudyExperiment
{
    public override string Question => "Does a convolutional network over spectrograms as pictures hear genres better?";

    // Data, features, models and training
    public required GenreNetworks Networks { get; init; }

    public static int Order => 15;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        var published = new NetworkVariant
        {
            Name = "cnn, 4 blocks, mel, as published",
            Claimed = "4 blocks, mel",
            Frames = GenreSettings.Mel(paper ? 128 : 32),
            Network = new PictureNetworkSettings
            {
                Convolution = new()
                {
                    Channels = paper ? [16, 32, 64, 128] : [4, 8, 8, 8],
                    Kernel = 3,
                    Pools = [new(2, 2), new(2, 2), new(2, 2), new(2, 2)],
                    Summary = MapSummary.All,
                    Dropout = 0,
                },
                WindowFrames = 57,
                Masking = null,
            },
            Training = new()
            {
                Epochs = paper ? 25 : 3,
                BatchSize = 32,
                Optimizer = OptimizerSettings.Adam(1e-3),
                GradientNorm = null,
                Stopping = null,
            },
            BalancesClasses = false,
            Smoothing = 0,
            KeepsModels = false,
        };
        NetworkVariant masked = published with
        {
            Name = "cnn, 4 blocks, mel, SpecAugment",
            Claimed = "",
            Network = new PictureNetworkSettings
            {
                Convolution = new()
                {
                    Channels = paper ? [24, 48, 96, 128] : [4, 8, 8, 8],
                    Kernel = 3,
                    Pools = [new(2, paper ? 4 : 2), new(2, 2), new(2, 2), new(2, 2)],
                    Summary = MapSummary.MeanAndMaximum,
                    Dropout = 0.5,
                },
                WindowFrames = 57,
                Masking = new()
                {
                    FrameMasks = 2,
                    MostFrames = 10,
                    BandMasks = 2,
                    MostBands = paper ? 16 : 4,
                    RollsTime = true,
                },
            },
            Training = new()
            {
                Epochs = paper ? 60 : 3,
                BatchSize = 32,
                Optimizer = OptimizerSettings.Adam(1e-3, weightDecay: 0.05) with { Kind = OptimizerKind.AdamW },
                GradientNorm = null,
                Stopping = EarlyStopping.After(60),
            },
            Smoothing = 0.1,
            KeepsModels = true, // for Transfer
        };
        DatasetRef data = paper ? Datasets.GtzanSpecgrams : Datasets.SyntheticMusic;
        IReadOnlyList<ulong> seeds = profile == Profile.Paper ? GenreSettings.ThreeSeeds : [1];
        (string Name, Protocol Split)[] splits = GenreNetworks.BothSplits(profile);
        return new Cnn
        {
            Data = [data],
            Seeds = seeds,
            Networks = new(data, profile == Profile.Sample ? [splits[0]] : splits, [published, masked], seeds),
        };
    }

    public override Sample Sampled() =>
        new("the first of three seeds, on the fault-filtered list", ["runs", "confusion", "classes", "epochs"]);

    public override IReadOnlyList<Trial> Trials => [.. Networks.Trials, Pictures];

    public override IReadOnlyList<Chart> Charts() => [.. Networks.Charts(), .. NetworkPictures.Charts()];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Measurement measured = Networks.Tabulate(inputs, "cnn", classes: false);
        int blocks = ((PictureNetworkSettings)Pictures.Trained.Network).Convolution.Channels.Count;
        return measured with { Tables = [.. measured.Tables, .. NetworkPictures.Tables(inputs.Of(Pictures), blocks)] };
    }

    // A trial of its own: it reads the network that another kept, so that a change of the pictures trains nothing.
    private NetworkPictureTrial Pictures =>
        new()
        {
            Trained = Networks.Variants[^1].On(Networks.Data, Networks.Splits[0].Name, Networks.Splits[0].Split, Seeds[0]),
            Maps = 4,
        };
}
