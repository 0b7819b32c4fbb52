using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class ItemNetworkTrialTests
{
    private const int Frames = 10;
    private const int Bands = 6;

    private static readonly ClassesTask Classes = new() { BalancesClasses = true, Smoothing = 0 };

    private static readonly PictureNetworkSettings Pictures = new()
    {
        Convolution = new()
        {
            Channels = [4, 8],
            Kernel = 3,
            Pools = [new(2, 1), new(2, 2)],
            Summary = Research.Models.Networks.Convolutional.MapSummary.Mean,
            Dropout = 0,
        },
        WindowFrames = 8,
        Masking = null,
    };

    private static readonly Dataset Data = MakeData();

    [Fact]
    public void Classes_are_learned_and_both_parts_predicted()
    {
        ItemNetworkTrial trial = Trial(Classes, Pictures);
        TrialResult result = Run(trial);
        Assert.Equal(1, result.Classes(SubsetNames.Test).Score);
        Assert.Equal(10, result.Classes(SubsetNames.Test).Items.Count);
        Assert.Equal(10, result.Classes(SubsetNames.Validation).Items.Count);
        Assert.All(result.Classes(SubsetNames.Test).Probabilities!, own => Assert.Equal(1, own.Sum(), 1e-9));
        Assert.Equal(trial.Training.Epochs, result.Curve!.Epochs.Count);
        Assert.Null(result.Model);
        Assert.Equal("pictures/small/a split/seed 3", trial.Description);
    }

    [Fact]
    public void Values_come_back_in_their_own_units()
    {
        var task = new ValuesTask
        {
            Targets = ["loudness", "band"],
            Weights = [0.5, 0.5],
            LearnsWeights = false,
        };
        var network = new SequenceNetworkSettings
        {
            Recurrent = new()
            {
                Kind = RecurrentKind.Gru,
                Hidden = 12,
                Layers = 1,
                Bidirectional = false,
                Dropout = 0,
            },
        };
        var predicted = (ValuePredictions)Run(Trial(task, network)).Predictions[^1];
        Assert.Equal(["loudness", "band"], predicted.Quantities);
        for (int i = 0; i < predicted.Items.Count; i++)
        {
            Item item = Data.Items.Single(item => item.Id == predicted.Items[i]);
            Assert.Equal(item.Targets["loudness"], predicted.Truth[i][0]);
            Assert.Equal(predicted.Truth[i][1], predicted.Predicted[i][1], 0.5); // of -1 and 1
        }

        // Values from 100 to 180; their mean would be 20 off on average.
        Assert.InRange(predicted.Truth.Zip(predicted.Predicted, (truth, own) => Math.Abs(truth[0] - own[0])).Average(), 0, 15);
    }

    [Fact]
    public void Frozen_blocks_stay_those_of_the_trial_that_it_starts_from()
    {
        ItemNetworkTrial first = Trial(Classes, Pictures) with { KeepsModel = true };
        TrialResult started = Run(first);
        ItemNetworkTrial frozen = Trial(Classes, Pictures) with
        {
            Start = new(first, Freezes: true),
            KeepsModel = true,
            Seed = 4,
        };
        Assert.Equal([first], frozen.Uses);
        TrialResult result = Run(frozen, started);
        Assert.Equal(BlocksOf(started), BlocksOf(result));
        TrialResult tuned = Run(frozen with { Start = new(first, Freezes: false) }, started);
        Assert.NotEqual(BlocksOf(started), BlocksOf(tuned));
    }

    [Fact]
    public void An_item_without_the_target_is_named()
    {
        var task = new ValuesTask
        {
            Targets = ["valence"],
            Weights = [1],
            LearnsWeights = false,
        };
        var error = Assert.Throws<ResearchException>(() => _ = Run(Trial(task, Pictures)));
        Assert.Contains("has no target 'valence'; it has loudness, band", error.Message, StringComparison.Ordinal);
    }

    private static float[] BlocksOf(TrialResult result)
    {
        using var reader = new BinaryReader(new MemoryStream(result.Model!));
        using var network = new Research.Models.Networks.Convolutional.ConvolutionalNet(8, Bands, 2, Pictures.Convolution);
        ModelFile.Read(network, NetworkFile.Read(reader).Weights);
        return
        [
            .. network
                .named_parameters()
                .Where(item => item.name.StartsWith("features.", StringComparison.Ordinal))
                .SelectMany(item => item.parameter.data<float>().ToArray()),
        ];
    }

    private static ItemNetworkTrial Trial(ItemTask task, ItemNetworkSettings network) =>
        new()
        {
            Frames = new Given { Data = Samples.Named(Data.Id) },
            Protocol = new RandomSplit
            {
                Test = Holdout.Stratified(0.25, "tests/test"),
                Validation = Holdout.Stratified(1 / 3.0, "tests/validation"),
            },
            SplitName = "a split",
            Task = task,
            VariantName = "small",
            Network = network,
            Training = new()
            {
                Epochs = 40,
                BatchSize = 8,
                Optimizer = OptimizerSettings.Adam(0.02),
                GradientNorm = null,
                Stopping = EarlyStopping.After(100),
            },
            Start = null,
            KeepsModel = false,
            Seed = 3,
        };

    private static TrialResult Run(ItemNetworkTrial trial, TrialResult? used = null)
    {
        double done = 0;
        using var folder = new TemporaryFolder();
        TrialResult result = trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => Data,
                Reading = _ => [.. Data.Items.Select(item => item.Matrix)],
                Using = _ => used ?? throw new InvalidOperationException("It uses no other trial."),
                Checkpoints = new FileCheckpoints(folder.Path, TimeSpan.MaxValue),
                Progress = share => done = Math.Max(done, share),
            }
        );
        Assert.Equal(1, done, 1e-9);
        return result;
    }

    // In class low the second band is loud, in class high the fifth; the louder, the greater the target.
    private static Dataset MakeData()
    {
        var rng = Rng.For(1, "tests/pictures");
        Item[] items =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i =>
                {
                    bool high = i % 2 == 1;
                    double loud = 1 + rng.NextDouble();
                    var picture = new Matrix(Frames, Bands);
                    for (int t = 0; t < Frames; t++)
                    {
                        for (int b = 0; b < Bands; b++)
                        {
                            picture[t, b] = (0.1 * rng.NextDouble()) + (b == (high ? 4 : 1) ? loud : 0);
                        }
                    }

                    return new Item(
                        FormattableString.Invariant($"item {i:00}"),
                        high ? "high" : "low",
                        "g",
                        null,
                        new MatrixContent(picture)
                    )
                    {
                        Targets = new Dictionary<string, double> { ["loudness"] = 20 + (80 * loud), ["band"] = high ? 1 : -1 },
                    };
                }),
        ];
        return new Dataset("pictures", "1", "", Synthetic: true, items);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("research-test-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(item => item.Matrix)];
    }
}
