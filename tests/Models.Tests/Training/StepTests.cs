using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.Schedules;

namespace Research.Models.Tests.Training;

public class StepTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 24)];

    [Fact]
    public void The_optimisers_of_a_GAN_take_turns()
    {
        using var step = new GanStep(new ConstantRate());
        (float[] generator, float[] discriminator) = Weights();
        step.Step(Items); // the first batch is the discriminator's alone
        Assert.Equal(generator, Weights().Generator);
        Assert.NotEqual(discriminator, Weights().Discriminator);
        step.Step(Items);
        Assert.NotEqual(generator, Weights().Generator);

        (float[] Generator, float[] Discriminator) Weights() =>
            (ToyLearner.Values(step.Networks[0].Module), ToyLearner.Values(step.Networks[1].Module));
    }

    [Fact]
    public void Three_losses_of_one_network_fall_together()
    {
        using var step = new ThreeLossStep(24);
        History history = new Trainer(step, TrainerTests.Settings with { Epochs = 10 }, 1).Run(
            Items,
            null,
            NoCheckpoints.Instance,
            "t"
        );
        foreach (string name in new[] { "valence_loss", "arousal_loss", "tension_loss", "total_loss" })
        {
            Assert.True(history.Epochs[9].Values[name] < history.Epochs[0].Values[name] / 4, name);
        }

        MetricValues last = history.Epochs[9].Values;
        Assert.Equal(last["valence_loss"] + last["arousal_loss"] + last["tension_loss"], last["total_loss"], 1e-6);
    }

    [Fact]
    public void Frozen_parts_keep_their_weights_and_statistics_while_the_rest_learns()
    {
        using var learner = new ToyLearner(24, normalized: true);
        Dictionary<string, float[]> before = States(learner);
        Train(learner, TrainerTests.Supervised with { Frozen = ["features", "output.bias"] });
        foreach ((string name, float[] values) in States(learner))
        {
            Assert.Equal(name != "output.weight", values.SequenceEqual(before[name]));
        }

        Assert.All(
            learner.Network.named_parameters(),
            item => Assert.Equal(item.name == "output.weight", item.parameter.grad is not null)
        );
    }

    [Fact]
    public void Nothing_frozen_lets_everything_learn()
    {
        using var learner = new ToyLearner(24, normalized: true);
        Dictionary<string, float[]> before = States(learner);
        Train(learner, TrainerTests.Supervised);
        Assert.All(States(learner), pair => Assert.NotEqual(before[pair.Key], pair.Value));
    }

    // "feature" is the beginning of a name, but not the name of a part.
    [Fact]
    public void A_path_that_is_not_in_the_network_is_named_with_those_that_are()
    {
        using var learner = new ToyLearner(4);
        string message = Refusal(learner, ["feature"]);
        Assert.Contains("'feature'", message, StringComparison.Ordinal);
        Assert.Contains("'features.linear.weight'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_is_frozen_whole_is_refused()
    {
        using var learner = new ToyLearner(4);
        Assert.Contains("All parameters are frozen", Refusal(learner, ["features", "output"]), StringComparison.Ordinal);
    }

    [Fact]
    public void No_micro_batches_are_refused()
    {
        using var learner = new ToyLearner(4);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new SupervisedStep(learner, TrainerTests.Supervised with { MicroBatches = 0 })
        );
    }

    private static void Train(ToyLearner learner, SupervisedSettings settings)
    {
        using var step = new SupervisedStep(learner, settings);
        new Trainer(step, TrainerTests.Settings, 1).Run(Items, null, NoCheckpoints.Instance, "t");
    }

    private static string Refusal(ToyLearner learner, IReadOnlyList<string> frozen) =>
        Assert
            .Throws<ArgumentException>(() => new SupervisedStep(learner, TrainerTests.Supervised with { Frozen = frozen }))
            .Message;

    private static Dictionary<string, float[]> States(ToyLearner learner) =>
        learner
            .Network.state_dict()
            .Where(pair => pair.Value.dtype == TorchSharp.torch.ScalarType.Float32)
            .ToDictionary(pair => pair.Key, pair => pair.Value.data<float>().ToArray());
}
