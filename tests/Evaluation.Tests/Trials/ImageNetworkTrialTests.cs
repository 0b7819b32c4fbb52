using Research.Data;
using Research.Data.Classes;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Trials;
using Research.Models.Networks.Pretrained;
using Research.Models.Training;
using Research.Models.Training.Transfer;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class ImageNetworkTrialTests
{
    private const int Side = 64;

    private static readonly Dataset Data = MakeData();

    [Fact]
    public void Classes_are_learned_by_the_last_layer_of_a_network()
    {
        ImageNetworkTrial trial = Trial(true) with
        {
            Network = Residual,
            Training = Training with { RangeTest = null, LearningRate = 0.001, Epochs = 20 },
        };
        TrialResult result = Run(trial);
        Assert.Equal(8, result.Classes(SubsetNames.Test).Items.Count);
        Assert.InRange(result.Classes(SubsetNames.Test).Score, 0.75, 1);
        Assert.Equal(20, result.Curve!.Epochs.Count);
        Assert.Equal([typeof(TrunkFeatures)], trial.Features.Select(set => set.GetType()));
    }

    [Fact]
    public void All_of_a_network_learns_where_nothing_is_frozen()
    {
        ImageNetworkTrial trial = Trial(false) with
        {
            Network = Residual,
            Side = 32,
            Training = Training with { RangeTest = null, LearningRate = 0.01, Epochs = 5 },
        };
        TrainingCurve curve = Run(trial).Curve!;
        Assert.Equal(TrainingCurve.TrainLoss, curve.Metrics[0]);
        Assert.True(curve.Epochs[^1][0] < curve.Epochs[0][0], $"{curve.Epochs[0][0]} to {curve.Epochs[^1][0]}");
        Assert.Equal([typeof(Given)], trial.Features.Select(set => set.GetType()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_range_test_is_kept_with_the_rate_that_it_suggests(bool frozen)
    {
        ImageNetworkTrial trial = Trial(frozen) with { Training = Training with { Epochs = 1 } };
        TrialResult result = Run(trial);
        Assert.Equal("pictures/random/a split/seed 3", trial.Description);
        Assert.Contains(result.Number("first rate"), result.Numbers["range rates"]);
        Assert.Equal(result.Numbers["range rates"].Count, result.Numbers["range smoothed"].Count);
        Assert.Equal(1e-5, result.Numbers["range rates"][0], 1e-12);
    }

    [Fact]
    public void A_kept_model_is_the_last_layer_alone_where_the_rest_is_frozen()
    {
        byte[] last = Run(Trial(true) with { KeepsModel = true }).Model!;
        byte[] whole = Run(Trial(false) with { KeepsModel = true, Training = Training with { Epochs = 1 } }).Model!;
        Assert.InRange(last.Length, 2 * 512 * 4, 5_000);
        Assert.InRange(whole.Length, 700_000 * 4, 5_000_000);
    }

    [Fact]
    public void Classes_come_from_a_rule_and_items_without_one_take_no_part()
    {
        ImageNetworkTrial trial = Trial(true) with
        {
            Network = Residual,
            Pictures = Trial(true).Pictures with
            {
                Classes = new TargetCut
                {
                    Name = "first half",
                    Sets = ["item"],
                    Target = "place",
                    Bounds = [new(8, BelongsAbove: true)],
                    Classes = ["early", "late"],
                },
            },
            Training = Training with { Epochs = 1 },
        };
        ClassPredictions tested = Run(trial, Named).Classes(SubsetNames.Test);
        Assert.Equal(["early", "late"], tested.Classes);
        Assert.Equal(4, tested.Items.Count); // a quarter of the sixteen that the rule names
        Assert.All(tested.Items, item => Assert.StartsWith("item/", item, StringComparison.Ordinal));
        Assert.All(tested.Items.Zip(tested.Truth), own => Assert.Equal(int.Parse(own.First[5..], null) >= 8 ? 1 : 0, own.Second));
    }

    [Fact]
    public void Of_a_part_of_a_set_nothing_is_learned()
    {
        TrialResult result = Run(Trial(true) with { Pictures = Trial(true).Pictures with { FewestItems = 33 } });
        Assert.Empty(result.Predictions);
        Assert.Null(result.Curve);
    }

    // Nothing is learned at a rate of 0, so the trunk is the one that was handed over: with it, scores differ from those of the own first weights.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_trial_starts_from_the_trunk_that_another_trained(bool frozen)
    {
        TransferSettings still = Training with { RangeTest = null, LearningRate = 0, Epochs = 1 };
        ImageNetworkTrial start = Trial(false) with
        {
            KeepsModel = true,
            Training = Training with { RangeTest = null, LearningRate = 1e-4, Epochs = 2 },
        };
        ImageNetworkTrial second = Trial(frozen) with { Training = still };
        double[] own = Scores(Run(second));
        double[] started = Scores(Run(second with { Start = start }));
        Assert.Equal([start], (second with { Start = start }).Uses);
        Assert.NotEqual(own, started);
        Assert.Equal(started, Scores(Run(second with { Start = start, Frozen = !frozen }))); // the same network, read from features or from pictures

        static double[] Scores(TrialResult result) => [.. result.Classes(SubsetNames.Test).Probabilities!.SelectMany(row => row)];
    }

    [Fact]
    public void A_kept_model_says_how_familiar_each_item_is()
    {
        TrialResult result = Run(Trial(true) with { KeepsModel = true, Training = Training with { Epochs = 1 } });
        Assert.Equal(8, Familiarity.Of(result, SubsetNames.Test)!.Count);
        Assert.Null(Familiarity.Of(Run(Trial(true) with { Training = Training with { Epochs = 1 } }), SubsetNames.Test));
    }

    [Fact]
    public void The_stated_share_of_the_suggested_rate_is_taken()
    {
        TransferSettings once = Training with { Epochs = 1 };
        double whole = Run(Trial(true) with { Training = once }).Number(ImageNetworkTrial.FirstRate);
        double tenth = Run(Trial(true) with { Training = once with { RateShare = 0.1 } }).Number(ImageNetworkTrial.FirstRate);
        Assert.Equal(0.1 * whole, tenth);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(
            Run(Trial(true)).Classes(SubsetNames.Test).Probabilities,
            Run(Trial(true)).Classes(SubsetNames.Test).Probabilities
        );

    [Fact]
    public void Without_a_range_test_the_stated_rate_is_taken() =>
        Assert.Equal(
            0.002,
            Run(Trial(true) with { Training = Training with { RangeTest = null, LearningRate = 0.002, Epochs = 1 } })
                .Number("first rate")
        );

    [Fact]
    public void Inception_has_a_last_layer_too()
    {
        PretrainedNetwork inception = PretrainedNetwork
            .Torchvision("inception", ImageArchitecture.InceptionV3, Samples.Named("none"))
            .FromScratch();
        TrialResult result = Run(
            Trial(true) with
            {
                Network = inception,
                Side = 80,
                Training = Training with { Epochs = 1, RangeTest = null },
            }
        );
        Assert.Equal(8, result.Classes(SubsetNames.Test).Items.Count);
    }

    private static PretrainedNetwork Residual =>
        PretrainedNetwork.Torchvision("resnet18", ImageArchitecture.ResNet18, Samples.Named("none")).FromScratch();

    private static TransferSettings Training =>
        TransferSettings.Film with
        {
            Epochs = 8,
            BatchSize = 8,
            RangeTest = TransferSettings.Film.RangeTest! with { LowestRate = 1e-5, Steps = 30, BatchSize = 8 },
            SkipFirst = 3,
            SkipLast = 2,
        };

    private static ImageNetworkTrial Trial(bool frozen) =>
        new()
        {
            Pictures = TinyPictures.Set(new Given { Data = Samples.Named(Data.Id) }),
            Task = new ClassesTask { BalancesClasses = false, Smoothing = 0 },
            VariantName = "random",
            Network = PretrainedNetwork.SqueezeNet11.FromScratch(),
            Start = null,
            Side = Side,
            Frozen = frozen,
            Training = Training,
            KeepsModel = false,
            Seed = 3,
        };

    private static Dataset Named { get; } =
        Data with
        {
            Items =
            [
                .. Data.Items.Select(
                    (item, i) =>
                        item with
                        {
                            Id = i < 16 ? $"item/{i:00}" : $"other/{i:00}",
                            Targets = new Dictionary<string, double> { ["place"] = i },
                        }
                ),
            ],
        };

    private static TrialResult Run(ImageNetworkTrial trial, Dataset? given = null)
    {
        Dataset data = given ?? Data;
        double done = 0;
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            TrialResult result = trial.Run(
                new TrialInputs
                {
                    Trial = trial,
                    Opening = _ => data,
                    Reading = set => [.. set.Compute(new FeatureInputs(set, _ => data))],
                    Using = _ => Run(trial.Start!, given),
                    Checkpoints = new FileCheckpoints(folder, TimeSpan.MaxValue),
                    Progress = share => done = Math.Max(done, share),
                }
            );
            Assert.Equal(result.Predictions.Count > 0 ? 1 : 0, done, 1e-9);
            return result;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In class low the lower half of the bands is loud, in class high the upper one.
    private static Dataset MakeData()
    {
        var rng = Rng.For(1, "tests/levels");
        Item[] items =
        [
            .. Enumerable
                .Range(0, 32)
                .Select(i =>
                {
                    bool high = i % 2 == 1;
                    var levels = new Matrix(20, 16);
                    for (int k = 0; k < levels.Values.Length; k++)
                    {
                        levels.Values[k] = rng.NextInt(60) + (k % 16 >= 8 == high ? 180 : 0);
                    }

                    return new Item(
                        FormattableString.Invariant($"item {i:00}"),
                        high ? "high" : "low",
                        "g",
                        null,
                        new MatrixContent(levels)
                    );
                }),
        ];
        return new Dataset("pictures", "1", "", Synthetic: true, items);
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(item => item.Matrix)];
    }
}
