using Research.Models.Networks.Convolutional;
using Research.Models.Networks.Items;

namespace Research.Experiments.FilmEmotion;

/// <summary>Do networks that follow the frames in time hear emotion better than those that look at a picture?</summary>
/// <remarks>
/// <para>The thesis names sequence models as future work. An LSTM whose last output is read, a bidirectional LSTM whose outputs an attention weighs (Mirsamadi, Barsoum and Zhang, 2017), and a convolutional
/// network, over the same frames that ImageNetTransfer draws: 128 mel bands, 157 frames. The folds of songs are ImageNetTransfer's too.</para>
/// <para>Data: EMOPIA's pop piano in quadrants, on our own instrument. Energy and valence follow from the quadrants' probabilities: Q1 and Q2 are high in energy, Q1 and Q4 in valence. Adam at 0.001, the epoch of lowest
/// validation loss. In profile quick: generated music with its own classes. Run: ./build.sh --target FilmEmotion.Sequence --profile paper.</para>
/// </remarks>
internal sealed record Sequence : Experiment, IStudyExperiment
{
    public override string Question =>
        "Do networks that follow the frames in time hear emotion better than those that look at a picture?";

    // Data
    public required DatasetRef Heard { get; init; }

    public required string SplitName { get; init; }

    public required Protocol Split { get; init; }

    // Models and training
    public required IReadOnlyList<(string Name, ItemNetworkSettings Network)> Networks { get; init; }

    public required TrainingSettings Training { get; init; }

    public static int Order => 55;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        int hidden = paper ? 64 : 8;
        DatasetRef heard = paper ? FilmSettings.Emopia : Datasets.SyntheticMusic;
        (string, ItemNetworkSettings)[] networks =
        [
            (
                FormattableString.Invariant($"lstm {hidden}, last output"),
                new SequenceNetworkSettings
                {
                    Recurrent = new()
                    {
                        Kind = RecurrentKind.Lstm,
                        Hidden = hidden,
                        Layers = 1,
                        Bidirectional = false,
                        Dropout = 0,
                    },
                }
            ),
            (
                FormattableString.Invariant($"blstm {hidden}, attention"),
                new AttentionNetworkSettings
                {
                    Attention = new()
                    {
                        Dense = [],
                        Dropout = 0.5,
                        Hidden = hidden,
                        Attention = AttentionForm.Vector,
                        ScoringUnits = 0,
                    },
                }
            ),
            ("cnn, 4 blocks, SpecAugment", Pictures(paper)),
        ];
        return new Sequence
        {
            Data = [heard],
            Seeds = profile == Profile.Paper ? FilmSettings.ThreeSeeds : [1],
            Heard = heard,
            SplitName = paper ? FilmCase.BySong : FilmCase.ByExcerpt,
            Split = paper ? PictureCase.OfGroups(5) : PictureCase.OfExcerpts(0.25, 0.25),
            Networks = profile == Profile.Sample ? [networks[0]] : networks,
            Training = new()
            {
                Epochs = paper ? 30 : 2,
                BatchSize = 32,
                Optimizer = OptimizerSettings.Adam(1e-3, weightDecay: 0.01) with { Kind = OptimizerKind.AdamW },
                GradientNorm = 1,
                Stopping = EarlyStopping.After(30),
            },
        };
    }

    public override Sample Sampled() =>
        new("the first of three seeds of the LSTM whose last output is read", ["runs", "confusion", "classes", "epochs"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. from own in Networks from seed in Seeds select TrialOf(own.Name, own.Network, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval.", SplitName),
            MatrixChart.Confusion("Which class is taken for which, first seed.", SplitName),
            EpochsTable.Losses(),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        (string Name, ulong Seed, TrialResult Result)[] results =
        [
            .. from own in Networks from seed in Seeds select (own.Name, seed, inputs.Of(TrialOf(own.Name, own.Network, seed))),
        ];
        ClassRun[] runs =
        [
            .. results.SelectMany(own =>
                QuadrantMarginals.WithHalves(own.Name, SplitName, own.Seed, own.Result.Classes(SubsetNames.Test))
            ),
        ];
        return new(
            [.. Accuracies.Of(runs)],
            [
                .. ClassTables.Of(runs, Seeds[0], withRecall: true),
                EpochsTable.OfClassifiers(results.Select(own => (own.Name, own.Seed, own.Result.Curve!))),
            ]
        );
    }

    private static PictureNetworkSettings Pictures(bool paper) =>
        new()
        {
            Convolution = new()
            {
                Channels = paper ? [16, 32, 64, 128] : [4, 8, 8, 8],
                Kernel = 3,
                Pools = [new(2, 4), new(2, 2), new(2, 2), new(2, 2)],
                Summary = MapSummary.MeanAndMaximum,
                Dropout = 0.5,
            },
            WindowFrames = 157,
            Masking = new Masking
            {
                FrameMasks = 2,
                MostFrames = 20,
                BandMasks = 2,
                MostBands = 16,
                RollsTime = true,
            },
        };

    private ItemNetworkTrial TrialOf(string name, ItemNetworkSettings network, ulong seed) =>
        new()
        {
            Frames = FilmSettings.Levels(Heard),
            Protocol = Split,
            SplitName = SplitName,
            Task = new ClassesTask { BalancesClasses = false, Smoothing = 0 },
            VariantName = name,
            Network = network,
            Training = Training,
            Start = null,
            KeepsModel = false,
            Seed = seed,
        };
}
