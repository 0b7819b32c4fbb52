using Research.Models.Checkpoints;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

public class TrainerTests
{
    internal static readonly SupervisedSettings Supervised = new()
    {
        Optimizer = OptimizerSettings.Adam(0.02),
        Schedule = new ConstantRate(),
        GradientNorm = 0.5,
        MicroBatches = 1,
        Frozen = [],
    };

    internal static readonly TrainerSettings Settings = new()
    {
        Epochs = 4,
        BatchSize = 8,
        Monitor = null,
        Stopping = null,
        Average = null,
    };

    private static readonly int[] Items = [.. Enumerable.Range(0, 30)];

    // Written out here, so that no later change of the trainer can move the bits of tables that were made before it.
    [Fact]
    public void Supervised_training_is_the_plain_loop_to_the_same_bits()
    {
        using var plain = new ToyLearner(30, normalized: true, dropout: 0.2);
        using Adam adam = optim.Adam(plain.Network.parameters(), 0.02);
        var losses = new List<double>();
        for (int epoch = 1; epoch <= 4; epoch++)
        {
            plain.Network.train();
            manual_seed((long)Rng.For(3, $"training/noise/{epoch}").NextUInt64());
            int[] order = [.. Rng.For(3, $"training/order/{epoch}").Permutation(30).Select(i => Items[i])];
            double sum = 0;
            foreach (int[] batch in order.Chunk(8))
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                Tensor loss = plain.Loss(batch);
                sum += (double)loss.item<float>() * batch.Length;
                loss.backward();
                nn.utils.clip_grad_norm_(plain.Network.parameters(), 0.5);
                adam.step();
            }

            losses.Add(sum / 30);
        }

        using var learner = new ToyLearner(30, normalized: true, dropout: 0.2);
        using var step = new SupervisedStep(learner, Supervised);
        History history = new Trainer(step, Settings, 3).Run(Items, null, NoCheckpoints.Instance, "t");
        Assert.Equal(losses, history.Epochs.Select(epoch => epoch.TrainLoss));
        Assert.Equal(plain.Weights(), learner.Weights());
    }

    [Fact]
    public void An_epoch_has_the_losses_the_validation_and_the_rates_in_this_order()
    {
        using var step = new GanStep(new ConstantRate());
        History history = new Trainer(step, Settings, 1).Run(
            Items,
            () => new(("validation_distance", 0.5)),
            NoCheckpoints.Instance,
            "t"
        );
        Assert.Equal(
            [
                "generator_loss",
                "discriminator_loss",
                "validation_distance",
                "generator_learning_rate",
                "discriminator_learning_rate",
            ],
            history.Epochs[0].Values.Items.Select(item => item.Name)
        );
        Assert.Equal(
            (0.02, 0.05),
            (history.Epochs[3].Values["generator_learning_rate"], history.Epochs[3].Values["discriminator_learning_rate"])
        );
    }

    [Fact]
    public void Losses_of_an_epoch_are_means_over_its_items()
    {
        using var step = new ScriptedStep(new ConstantRate(), update => update);
        History history = new Trainer(step, Settings with { Epochs = 1 }, 1).Run(Items, null, NoCheckpoints.Instance, "t");
        Assert.Equal(((0 * 8) + (1 * 8) + (2 * 8) + (3 * 6)) / 30.0, history.Epochs[0].TrainLoss);
        Assert.Equal(Items, step.Batches.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void Networks_learn_in_training_mode_and_are_validated_and_returned_in_evaluation_mode()
    {
        using var step = new ScriptedStep(new ConstantRate());
        var modes = new List<bool>();
        var trainer = new Trainer(step, Settings with { Epochs = 2 }, 1);
        trainer.Run(
            Items,
            () =>
            {
                modes.Add(step.Networks[0].Module.training);
                return new(("v", 0));
            },
            NoCheckpoints.Instance,
            "t"
        );
        Assert.Equal([false, false], modes);
        Assert.False(step.Networks[0].Module.training);
        Assert.Equal(2, trainer.EpochsDone);
    }

    [Fact]
    public void Early_stopping_by_a_metric_that_is_to_rise_takes_the_best_weights_back()
    {
        using var step = new ScriptedStep(new ConstantRate());
        var accuracies = new Queue<double>([0.2, 0.6, 0.6, 0.5, 0.9]);
        TrainerSettings settings = Settings with
        {
            Epochs = 9,
            Monitor = new() { Name = "validation_accuracy", Better = Better.Higher },
            Stopping = EarlyStopping.After(2),
        };
        History history = new Trainer(step, settings, 1).Run(
            Items,
            () => new(("validation_accuracy", accuracies.Dequeue())),
            NoCheckpoints.Instance,
            "t"
        );
        Assert.Equal((4, 2), (history.Epochs.Count, history.BestEpoch));
        Assert.Equal(8, step.Weight); // four updates an epoch
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_named()
    {
        using var step = new ScriptedStep(new ConstantRate(), k => k == 5 ? double.NaN : 1, _ => "generator_loss");
        ResearchException error = Assert.Throws<ResearchException>(() =>
            new Trainer(step, Settings, 1).Run(Items, null, NoCheckpoints.Instance, "faces")
        );
        Assert.Contains(
            "The generator_loss of 'faces' became NaN in epoch 2, batch 2 of 4",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("after epoch 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_changes_the_names_of_its_losses_is_refused()
    {
        using var step = new ScriptedStep(new ConstantRate(), name: k => k == 2 ? "other" : "train_loss");
        string message = Assert
            .Throws<InvalidOperationException>(() => new Trainer(step, Settings, 1).Run(Items, null, NoCheckpoints.Instance, "t"))
            .Message;
        Assert.Contains("other after train_loss", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_validation_with_the_name_of_a_loss_is_refused()
    {
        using var step = new ScriptedStep(new ConstantRate());
        var trainer = new Trainer(step, Settings, 1);
        Assert.Contains(
            "'train_loss', 'train_loss'",
            Assert
                .Throws<ArgumentException>(() => trainer.Run(Items, () => new(("train_loss", 1)), NoCheckpoints.Instance, "t"))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_metric_is_needed_where_one_is_followed()
    {
        using var constant = new ScriptedStep(new ConstantRate());
        EarlyStopping stopping = new()
        {
            Patience = 1,
            FirstEpoch = 1,
            Decimals = null,
        };
        Assert.Contains(
            "name the one to monitor",
            Refusal(constant, Settings with { Stopping = stopping }),
            StringComparison.Ordinal
        );
        using var plateau = new ScriptedStep(ScheduleTests.Plateau);
        Assert.Contains("name the one to monitor", Refusal(plateau, Settings), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        using var step = new ScriptedStep(new ConstantRate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(step, Settings with { Epochs = 0 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(step, Settings with { BatchSize = 0 }, 1));
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            new Trainer(step, Settings, 1).Run([], null, NoCheckpoints.Instance, "empty")
        );
        Assert.Contains("'empty'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_networks_of_one_name_are_refused()
    {
        using var one = new ScriptedStep(new ConstantRate());
        using var two = new ScriptedStep(new ConstantRate()) { Networks = [one.Networks[0], one.Networks[0]] };
        Assert.Contains("network, network", Refusal(two, Settings), StringComparison.Ordinal);
    }

    private static string Refusal(ITrainingStep step, TrainerSettings settings) =>
        Assert.Throws<ArgumentException>(() => new Trainer(step, settings, 1)).Message;
}
