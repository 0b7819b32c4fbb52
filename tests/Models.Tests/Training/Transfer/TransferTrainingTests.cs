using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.RangeTest;
using Research.Models.Training.Transfer;

namespace Research.Models.Tests.Training.Transfer;

public class TransferTrainingTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 48)];
    private static readonly int[] Validation = [.. Enumerable.Range(48, 16)];

    private static TransferSettings Settings =>
        TransferSettings.Film with
        {
            BatchSize = 8,
            RangeTest = TransferSettings.Film.RangeTest! with { LowestRate = 1e-5, BatchSize = 8 },
        };

    [Fact]
    public void The_first_rate_is_the_steepest_of_the_range_test_and_the_loss_falls()
    {
        using var learner = new ToyLearner(64);
        double before = learner.Validate(Validation)[MetricNames.ValidationLoss];
        TransferResult result = Run(learner, Settings);
        Assert.Equal(result.RangeTest!.SteepestRate(10, 5), result.FirstRate);
        Assert.Equal(20, result.History.Epochs.Count);
        Assert.InRange(learner.Validate(Validation)[MetricNames.ValidationLoss], 0, before / 2);
    }

    [Fact]
    public void A_test_that_ended_too_early_gives_way_to_the_stated_rate()
    {
        TransferSettings settings = Settings with { LearningRate = 0.01 };
        var early = new RangeTestResult(
            [.. Enumerable.Range(0, 16).Select(k => new RangeTestPoint(k, 1.0 / (k + 1), 1.0 / (k + 1)))],
            true
        );
        Assert.Equal(0.01, TransferTraining.RateOf(early, settings));
        Assert.Equal(0.01, TransferTraining.RateOf(null, settings));
    }

    [Fact]
    public void The_rate_falls_to_a_tenth_after_four_epochs_without_progress()
    {
        using var learner = new ToyLearner(64);
        using var other = new ToyLearner(64);
        TransferSettings settings = Settings with { RangeTest = null, LearningRate = 0.01, Epochs = 6 };
        var constant = new MetricValues((MetricNames.ValidationLoss, 1));
        float[] after = Weights(learner, settings, () => constant);
        Assert.NotEqual(after, Weights(other, settings, null)); // without validation the rate stays
    }

    [Fact]
    public void Frozen_parts_keep_their_weights()
    {
        using var learner = new ToyLearner(64);
        float[] before = [.. learner.Network.named_parameters().First().parameter.data<float>().ToArray()];
        TransferTraining.Run(learner, ["features"], Settings, Items, null, NoCheckpoints.Instance, "training", 1);
        Assert.Equal(before, learner.Network.named_parameters().First().parameter.data<float>().ToArray());
    }

    private static float[] Weights(ToyLearner learner, TransferSettings settings, Func<MetricValues>? validate)
    {
        TransferTraining.Run(learner, [], settings, Items, validate, NoCheckpoints.Instance, "training", 1);
        return learner.Weights();
    }

    private static TransferResult Run(ToyLearner learner, TransferSettings settings) =>
        TransferTraining.Run(
            learner,
            [],
            settings,
            Items,
            () => learner.Validate(Validation),
            NoCheckpoints.Instance,
            "training",
            1
        );
}
