using System.Text.Json;
using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.RangeTest;
using Research.Models.Training.Schedules;
using Research.Numerics;
using Research.Tests;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

public class LearningRateRangeTestTests
{
    private static readonly JsonElement File = Golden.Json("schedules.json");

    private static readonly RangeTestSettings Settings = new()
    {
        LowestRate = 1e-7,
        HighestRate = 10,
        Steps = 100,
        BatchSize = 60,
        Loss = MetricNames.TrainLoss,
        Smoothing = 0.05,
        Divergence = 5,
    };

    [Fact]
    public void Rates_smoothed_losses_the_end_and_the_steepest_rate_are_the_oracles()
    {
        JsonElement oracle = File.GetProperty("range_test_synthetic");
        double[] raw = oracle.GetProperty("raw_values").Numbers();
        using var step = new ScriptedStep(new ConstantRate(), k => raw[k]);
        RangeTestResult result = LearningRateRangeTest.Run(step, [0], Settings, 1);
        Assert.True(result.Diverged);
        AssertRelative(oracle.GetProperty("lr").Numbers(), result.Points.Select(point => point.Rate), 1e-11);
        AssertRelative(oracle.GetProperty("lr").Numbers(), step.Updates.Select(update => update.Rate), 1e-11);
        AssertRelative(oracle.GetProperty("smoothed").Numbers(), result.Points.Select(point => point.Smoothed), 1e-11);
        AssertRelative([oracle.Number("suggestion_lr")], [result.SteepestRate(10, 5)], 1e-11);
    }

    // The oracle trained in double; float32 leaves it in the seventh digit, and later ones depend on earlier ones.
    [Fact]
    public void A_softmax_regression_has_the_losses_that_it_has_in_PyTorch()
    {
        JsonElement oracle = File.GetProperty("range_test_trained");
        using var learner = new Regression();
        using var step = new SupervisedStep(learner, Regression.Settings);
        float[] before = ToyLearner.Values(learner.Network);
        RangeTestResult result = LearningRateRangeTest.Run(step, [.. Enumerable.Range(0, 60)], Settings, 1);
        Assert.False(result.Diverged);
        AssertRelative(oracle.GetProperty("raw_values").Numbers(), result.Points.Select(point => point.Loss), 2e-5);
        AssertRelative(oracle.GetProperty("smoothed").Numbers(), result.Points.Select(point => point.Smoothed), 2e-5);
        AssertRelative([oracle.Number("suggestion_lr")], [result.SteepestRate(10, 5)], 1e-11);
        Assert.Equal(before, ToyLearner.Values(learner.Network));
    }

    [Fact]
    public void Training_after_a_range_test_is_as_it_would_be_without()
    {
        Assert.Equal(Train(tested: false), Train(tested: true));

        static float[] Train(bool tested)
        {
            using var learner = new ToyLearner(30, normalized: true, dropout: 0.2);
            using var step = new SupervisedStep(learner, TrainerTests.Supervised);
            int[] items = [.. Enumerable.Range(0, 30)];
            if (tested)
            {
                RangeTestResult once = LearningRateRangeTest.Run(step, items, Settings with { BatchSize = 8 }, 1);
                Assert.Equal(once.Points, LearningRateRangeTest.Run(step, items, Settings with { BatchSize = 8 }, 1).Points);
            }

            new Trainer(step, TrainerTests.Settings, 1).Run(items, null, NoCheckpoints.Instance, "t");
            return learner.Weights();
        }
    }

    [Fact]
    public void Items_come_in_a_new_order_when_they_are_through()
    {
        using var step = new ScriptedStep(new ConstantRate());
        LearningRateRangeTest.Run(step, [.. Enumerable.Range(10, 6)], Settings with { BatchSize = 4, Steps = 4 }, 1);
        Assert.Equal([4, 2, 4, 2], step.Batches.Select(batch => batch.Length));
        int[] first = [.. step.Batches[0], .. step.Batches[1]];
        int[] second = [.. step.Batches[2], .. step.Batches[3]];
        Assert.Equal([10, 11, 12, 13, 14, 15], first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_the_test_and_is_no_point()
    {
        using var step = new ScriptedStep(new ConstantRate(), k => k == 3 ? double.PositiveInfinity : 1);
        RangeTestResult result = LearningRateRangeTest.Run(step, [0], Settings, 1);
        Assert.Equal((3, true), (result.Points.Count, result.Diverged));
        Assert.Contains(
            "3 points",
            Assert.Throws<ResearchException>(() => result.SteepestRate(1, 1)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1e-7, result.SteepestRate(0, 1)); // a level curve: the first of equal slopes
    }

    [Fact]
    public void All_settings_out_of_range_are_named_at_once()
    {
        RangeTestSettings wrong = new()
        {
            LowestRate = 0,
            HighestRate = -1,
            Steps = 1,
            BatchSize = 0,
            Loss = "",
            Smoothing = 0,
            Divergence = 1,
        };
        using var step = new ScriptedStep(new ConstantRate());
        string message = Assert.Throws<ArgumentException>(() => LearningRateRangeTest.Run(step, [], wrong, 1)).Message;
        string[] named = ["items", "LowestRate", "HighestRate", "Steps", "BatchSize", "Smoothing", "Divergence"];
        Assert.All(named, name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_that_the_step_does_not_have_is_named()
    {
        using var step = new ScriptedStep(new ConstantRate());
        Assert.Contains(
            "'train_loss'",
            Assert
                .Throws<KeyNotFoundException>(() => LearningRateRangeTest.Run(step, [0], Settings with { Loss = "g" }, 1))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0.01, step.Rate); // put back although the test failed
    }

    private static void AssertRelative(double[] expected, IEnumerable<double> actual, double tolerance)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], values[i], tolerance * expected[i]);
        }
    }

    /// <summary>Softmax regression of 60 points onto three classes; data and first weights by the file's own rule.</summary>
    private sealed class Regression : ILearner, IDisposable
    {
        private readonly TorchSharp.Modules.Linear _network = nn.Linear(8, 3);
        private readonly float[] _x = [.. Fill(11, 480).Select(value => (float)(value * Math.Sqrt(3)))];
        private readonly long[] _y = [.. Enumerable.Range(0, 60).Select(i => (long)(Hash(12, i) % 3))];

        public Regression()
        {
            using IDisposable quiet = no_grad();
            _network.weight!.copy_(tensor(Fill(13, 24).Select(value => (float)(value * 0.5)).ToArray(), [3, 8]));
            _network.bias!.zero_();
        }

        public static SupervisedSettings Settings { get; } =
            TrainerTests.Supervised with
            {
                Optimizer = new()
                {
                    Kind = OptimizerKind.Sgd,
                    LearningRate = 1,
                    WeightDecay = 0,
                    Momentum = 0.9,
                },
                GradientNorm = null,
            };

        public nn.Module Network => _network;

        public Tensor Loss(ReadOnlySpan<int> items)
        {
            int[] chosen = items.ToArray();
            Tensor x = tensor(chosen.SelectMany(i => _x[(8 * i)..((8 * i) + 8)]).ToArray(), [chosen.Length, 8]);
            return nn.functional.cross_entropy(_network.call(x), tensor(chosen.Select(i => _y[i]).ToArray()));
        }

        public void Dispose() => _network.Dispose();

        private static IEnumerable<double> Fill(uint seed, int count) =>
            Enumerable.Range(0, count).Select(i => (Hash(seed, i) / 4294967296.0 * 2) - 1);

        private static uint Hash(uint seed, int i) => Mix(unchecked((uint)i * 2654435761) ^ Mix(seed));

        private static uint Mix(uint x)
        {
            unchecked
            {
                x = (x ^ (x >> 16)) * 0x85EBCA6B;
                x = (x ^ (x >> 13)) * 0xC2B2AE35;
                return x ^ (x >> 16);
            }
        }
    }
}
