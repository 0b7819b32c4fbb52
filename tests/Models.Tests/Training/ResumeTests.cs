using Research.Models.Training;
using Research.Models.Training.Schedules;

namespace Research.Models.Tests.Training;

/// <summary>A training that is killed after any epoch and goes on makes the same bits as one that is not.</summary>
public class ResumeTests
{
    private const int Epochs = 6;

    private static readonly Dictionary<string, SupervisedSettings> Variants = new()
    {
        ["plain"] = TrainerTests.Supervised,
        ["micro-batches"] = TrainerTests.Supervised with { MicroBatches = 3 },
        ["frozen"] = TrainerTests.Supervised with { Frozen = ["features.linear"] },
        ["plateau"] = TrainerTests.Supervised with { Schedule = ScheduleTests.Plateau with { Patience = 0, Threshold = 0.5 } },
        ["one cycle"] = TrainerTests.Supervised with { Schedule = ScheduleTests.Cycle },
        ["step decay"] = TrainerTests.Supervised with
        {
            Schedule = new StepDecay { Every = 2, Factor = 0.5 },
        },
        ["exponential decay"] = TrainerTests.Supervised with { Schedule = new ExponentialDecay { Factor = 0.7 } },
        ["RMSProp, one cycle"] = TrainerTests.Supervised with
        {
            Optimizer = new()
            {
                Kind = OptimizerKind.RmsProp,
                LearningRate = 0.01,
                WeightDecay = 0.01,
                Momentum = 0.5,
            },
            Schedule = ScheduleTests.Cycle,
        },
    };

    public static TheoryData<string> Names => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Supervised_training(string name) => AssertResumes(Variants[name], null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Supervised_training_with_averaged_weights(string name) =>
        AssertResumes(Variants[name], new() { Decay = 0.8, Networks = null });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_GAN_with_two_optimisers_and_a_state_of_its_own(bool averaged)
    {
        WeightAverageSettings? average = averaged ? new() { Decay = 0.8, Networks = ["generator"] } : null;
        AssertResumes(kill =>
        {
            using var step = new GanStep(ScheduleTests.Cycle);
            TrainerSettings settings = TrainerTests.Settings with { Epochs = Epochs, Average = average };
            History history = kill(new Trainer(step, settings, 2), null);
            return (history, [.. step.Networks.SelectMany(network => ToyLearner.Values(network.Module))]);
        });
    }

    [Fact]
    public void A_checkpoint_of_another_step_is_refused_with_what_both_have()
    {
        var kept = new MemoryCheckpoints();
        using var gan = new GanStep(new ConstantRate());
        new Trainer(gan, TrainerTests.Settings, 1).Run([0, 1], null, kept, "t");
        using var other = new ScriptedStep(new ConstantRate());
        string message = Assert
            .Throws<InvalidDataException>(() => new Trainer(other, TrainerTests.Settings, 1).Run([0, 1], null, kept, "t"))
            .Message;
        Assert.Contains("networks generator, discriminator", message, StringComparison.Ordinal);
        Assert.Contains("this training has networks network", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_training_is_not_trained_again()
    {
        var kept = new MemoryCheckpoints();
        using var first = new ScriptedStep(new ConstantRate());
        new Trainer(first, TrainerTests.Settings, 1).Run([0, 1], null, kept, "t");
        using var second = new ScriptedStep(new ConstantRate());
        var trainer = new Trainer(second, TrainerTests.Settings, 1);
        Assert.Equal(4, trainer.Run([0, 1], null, kept, "t").Epochs.Count);
        Assert.Equal((4f, 0, 4), (second.Weight, second.Updates.Count, trainer.EpochsDone));
    }

    private static void AssertResumes(SupervisedSettings settings, WeightAverageSettings? average) =>
        AssertResumes(kill =>
        {
            // A micro-batch may be a single item, which batch normalization does not take.
            using var learner = new ToyLearner(30, normalized: settings.MicroBatches == 1, dropout: 0.2);
            using var step = new SupervisedStep(learner, settings);
            TrainerSettings trainer = TrainerTests.Settings with
            {
                Epochs = Epochs,
                Monitor = MonitoredMetric.ValidationLoss,
                Stopping = new()
                {
                    Patience = 3,
                    FirstEpoch = 1,
                    Decimals = 2,
                },
                Average = average,
            };
            History history = kill(new Trainer(step, trainer, 2), () => learner.Validate([0, 1, 2, 3]));
            return (history, learner.Weights());
        });

    // The training is given a way to run its trainer: to the end, or until it is killed after an epoch.
    private static void AssertResumes(Func<Run, (History History, float[] Weights)> training)
    {
        (History whole, float[] weights) = training((trainer, validate) => Finish(trainer, validate, new()));
        for (int last = 1; last < whole.Epochs.Count; last++)
        {
            var kept = new MemoryCheckpoints();
            Assert.Throws<OperationCanceledException>(() =>
                training((trainer, validate) => Finish(trainer, validate, kept, killAfter: last))
            );
            (History history, float[] resumed) = training((trainer, validate) => Finish(trainer, validate, kept));
            Assert.Equal(whole.Epochs, history.Epochs);
            Assert.Equal(whole.BestEpoch, history.BestEpoch);
            Assert.Equal(weights, resumed);
        }

        Assert.True(whole.Epochs.Count > 2);
    }

    private static History Finish(
        Trainer trainer,
        Func<MetricValues>? validate,
        MemoryCheckpoints checkpoints,
        int killAfter = int.MaxValue
    ) =>
        trainer.Run(
            [.. Enumerable.Range(4, 26)],
            validate,
            checkpoints,
            "t",
            epoch =>
            {
                if (epoch.Epoch == killAfter)
                {
                    throw new OperationCanceledException();
                }
            }
        );

    private delegate History Run(Trainer trainer, Func<MetricValues>? validate);
}
