using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Models.Networks.Convolutional;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class NetworkPictureTrialTests
{
    private const int Bands = 6;

    private static readonly Dataset Data = MakeData();
    private static readonly ItemNetworkTrial Trained = Training();
    private static readonly Lazy<TrialResult> TrainedResult = new(() => Run(Trained, null));
    private static readonly Lazy<TrialResult> Looked = new(() =>
        Run(new NetworkPictureTrial { Trained = Trained, Maps = 2 }, TrainedResult.Value)
    );

    [Fact]
    public void Filters_are_those_of_the_network_that_was_kept()
    {
        NetworkMaps filters = NetworkPictureTrial.Of(Looked.Value, NetworkPictureTrial.Filters);
        Assert.Equal((4, 3, 3), (filters.Count, filters.Frames, filters.Bands));
        using var network = new ConvolutionalNet(8, Bands, 2, ((PictureNetworkSettings)Trained.Network).Convolution);
        using var reader = new BinaryReader(new MemoryStream(TrainedResult.Value.Model!));
        ModelFile.Read(network, NetworkFile.Read(reader).Weights);
        Assert.Equal(network.Filters(0).data<float>().ToArray().Select(value => (double)value), filters.Values);
    }

    [Fact]
    public void Maps_become_coarser_from_block_to_block_and_the_most_active_come_first()
    {
        NetworkMaps first = NetworkPictureTrial.Of(Looked.Value, NetworkPictureTrial.Block(0));
        NetworkMaps second = NetworkPictureTrial.Of(Looked.Value, NetworkPictureTrial.Block(1));
        Assert.Equal((2, 4, 6), (first.Count, first.Frames, first.Bands));
        Assert.Equal((2, 2, 3), (second.Count, second.Frames, second.Bands));
        foreach (NetworkMaps maps in new[] { first, second })
        {
            Assert.All(maps.Values, value => Assert.True(value >= 0, "A rectifier gives nothing below 0."));
            double[] means = [.. maps.Values.Chunk(maps.Frames * maps.Bands).Select(map => map.Average())];
            Assert.True(means[0] >= means[1] && means[0] > 0, $"{means[0]}, {means[1]}");
        }
    }

    [Fact]
    public void The_input_is_a_test_item_that_was_recognised_pooled_as_the_first_block_pools()
    {
        (string name, NetworkMaps input) = NetworkPictureTrial.Input(Looked.Value);
        ClassPredictions tested = TrainedResult.Value.Classes(SubsetNames.Test);
        int place = tested.Items.Index().Single(own => own.Item == name).Index;
        Assert.Equal(tested.Truth[place], tested.Predicted[place]);
        Assert.Equal((1, 4, 6), (input.Count, input.Frames, input.Bands));
        using var reader = new BinaryReader(new MemoryStream(TrainedResult.Value.Model!));
        Matrix frames = NetworkFile.Read(reader).Standardizer.Apply(Data.Items.Single(item => item.Id == name).Matrix);
        Assert.Equal(0.5 * (frames[2, 4] + frames[3, 4]), input.At(0, 1, 4), 1e-5);
    }

    [Fact]
    public void It_reads_the_training_and_is_another_target()
    {
        var trial = new NetworkPictureTrial { Trained = Trained, Maps = 2 };
        Assert.Equal([Trained], trial.Uses);
        Assert.Equal($"{Trained.Description}/pictures", trial.Description);
    }

    private static ItemNetworkTrial Training() =>
        new()
        {
            Frames = new Given { Data = Samples.Named(Data.Id) },
            Protocol = new RandomSplit
            {
                Test = Holdout.Stratified(0.25, "tests/test"),
                Validation = Holdout.Stratified(1 / 3.0, "tests/validation"),
            },
            SplitName = "a split",
            Task = new ClassesTask { BalancesClasses = false, Smoothing = 0 },
            VariantName = "small",
            Network = new PictureNetworkSettings
            {
                Convolution = new()
                {
                    Channels = [4, 8],
                    Kernel = 3,
                    Pools = [new(2, 1), new(2, 2)],
                    Summary = MapSummary.Mean,
                    Dropout = 0,
                },
                WindowFrames = 8,
                Masking = null,
            },
            Training = new()
            {
                Epochs = 10,
                BatchSize = 8,
                Optimizer = OptimizerSettings.Adam(0.02),
                GradientNorm = null,
                Stopping = null,
            },
            Start = null,
            KeepsModel = true,
            Seed = 3,
        };

    private static TrialResult Run(Trial trial, TrialResult? used)
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            return trial.Run(
                new TrialInputs
                {
                    Trial = trial,
                    Opening = _ => Data,
                    Reading = _ => [.. Data.Items.Select(item => item.Matrix)],
                    Using = _ => used ?? throw new InvalidOperationException("It uses no other trial."),
                    Checkpoints = new FileCheckpoints(folder, TimeSpan.MaxValue),
                    Progress = _ => { },
                }
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In class low the second band is loud, in class high the fifth.
    private static Dataset MakeData()
    {
        var rng = Rng.For(1, "tests/pictures");
        Item[] items = [.. Enumerable.Range(0, 40).Select(i => Picture(i, rng))];
        return new Dataset("pictures", "1", "", Synthetic: true, items);
    }

    private static Item Picture(int number, Rng rng)
    {
        bool high = number % 2 == 1;
        var picture = new Matrix(10, Bands);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            picture.Values[i] = (0.1 * rng.NextDouble()) + (i % Bands == (high ? 4 : 1) ? 1 + rng.NextDouble() : 0);
        }

        return new(
            FormattableString.Invariant($"item {number:00}"),
            high ? "high" : "low",
            "g",
            null,
            new MatrixContent(picture)
        );
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(item => item.Matrix)];
    }
}
