using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.Schedules;

namespace Research.Models.Tests.Training;

public class WeightAverageTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 30)];

    [Fact]
    public void A_decay_of_zero_is_the_network_itself()
    {
        (float[] plain, History history) = Train(null);
        (float[] averaged, History same) = Train(new() { Decay = 0, Networks = null });
        Assert.Equal(plain, averaged);
        Assert.Equal(history.Epochs, same.Epochs);
    }

    // Weights 1, 2, 3, 4 after the updates: averages 1, 1.5, 2.25, 3.125.
    [Fact]
    public void The_average_is_what_one_computes_by_hand()
    {
        using var step = new ScriptedStep(new ConstantRate());
        var (validated, told) = (new List<float>(), new List<float>());
        new Trainer(step, Settings(2, new() { Decay = 0.5, Networks = ["network"] }), 1).Run(
            [0, 1, 2, 3],
            () =>
            {
                validated.Add(step.Weight);
                return new(("v", 0));
            },
            NoCheckpoints.Instance,
            "t",
            _ => told.Add(step.Weight)
        );
        Assert.Equal([1.5f, 3.125f], validated);
        Assert.Equal([2f, 4f], told); // training goes on from the weights themselves
        Assert.Equal(3.125f, step.Weight);
    }

    [Fact]
    public void Early_stopping_takes_the_best_average_back()
    {
        using var step = new ScriptedStep(new ConstantRate());
        var losses = new Queue<double>([1, 2]);
        TrainerSettings settings = Settings(9, new() { Decay = 0.5, Networks = null }) with
        {
            Monitor = new() { Name = "v", Better = Better.Lower },
            Stopping = EarlyStopping.After(1),
        };
        new Trainer(step, settings, 1).Run([0, 1, 2, 3], () => new(("v", losses.Dequeue())), NoCheckpoints.Instance, "t");
        Assert.Equal(1.5f, step.Weight);
    }

    [Fact]
    public void Only_the_networks_named_are_averaged_and_buffers_are_not()
    {
        using var plain = new GanStep(new ConstantRate());
        using var averaged = new GanStep(new ConstantRate());
        Run(plain, null);
        Run(averaged, new() { Decay = 0.9, Networks = ["generator"] });
        Assert.NotEqual(Values(plain, 0), Values(averaged, 0));
        Assert.Equal(Values(plain, 1), Values(averaged, 1));

        float[] parameters = Train(new() { Decay = 0.9, Networks = null }).Weights;
        float[] own = Train(null).Weights;
        Assert.NotEqual(own[0], parameters[0]);
        Assert.Equal(own[^8..], parameters[^8..]); // the running means and variances of four units come last

        static void Run(GanStep step, WeightAverageSettings? average) =>
            new Trainer(step, Settings(3, average), 1).Run(Items, null, NoCheckpoints.Instance, "t");

        static float[] Values(GanStep step, int network) => ToyLearner.Values(step.Networks[network].Module);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_decay_out_of_range_is_refused(double decay)
    {
        using var step = new ScriptedStep(new ConstantRate());
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Trainer(step, Settings(1, new() { Decay = decay, Networks = null }), 1)
        );
    }

    [Fact]
    public void A_network_that_is_not_there_is_named_with_those_that_are()
    {
        using var step = new GanStep(new ConstantRate());
        string message = Assert
            .Throws<ArgumentException>(() => new Trainer(step, Settings(1, new() { Decay = 0.9, Networks = ["critic"] }), 1))
            .Message;
        Assert.Contains("critic", message, StringComparison.Ordinal);
        Assert.Contains("generator, discriminator", message, StringComparison.Ordinal);
    }

    private static (float[] Weights, History History) Train(WeightAverageSettings? average)
    {
        using var learner = new ToyLearner(30, normalized: true, dropout: 0.2);
        using var step = new SupervisedStep(learner, TrainerTests.Supervised);
        History history = new Trainer(step, Settings(3, average), 1).Run(
            Items,
            () => learner.Validate([0, 1, 2, 3]),
            NoCheckpoints.Instance,
            "t"
        );
        return (learner.Weights(), history);
    }

    private static TrainerSettings Settings(int epochs, WeightAverageSettings? average) =>
        TrainerTests.Settings with
        {
            Epochs = epochs,
            BatchSize = 2,
            Average = average,
        };
}
