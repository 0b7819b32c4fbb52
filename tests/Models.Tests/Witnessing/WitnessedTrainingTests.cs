using Research.Models.Checkpoints;
using Research.Models.Tests.Training;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Models.Witnessing;
using Research.Numerics;
using Xunit;

namespace Research.Models.Tests.Witnessing;

public class WitnessedTrainingTests
{
    private const int Items = 20;

    private static readonly TrainingSettings Settings = new()
    {
        Epochs = 2,
        BatchSize = 8,
        Optimizer = OptimizerSettings.Adam(0.02),
        GradientNorm = null,
        Stopping = null,
    };

    [Fact]
    public void Watching_a_training_changes_no_bit_and_writes_down_the_loss_of_every_batch()
    {
        (float[] weights, WitnessedTraining watched) = Train(_ => { });
        Assert.Equal(TrainAlone(), weights);
        Assert.Equal(2 * 3, watched.Losses.Count);
    }

    [Fact]
    public void The_first_weights_are_those_before_the_first_update_and_can_be_handed_on()
    {
        byte[] first = [];
        (float[] weights, _) = Train(watched => first = watched.Weights());
        (float[] again, _) = Train(watched =>
        {
            watched.StartFrom(first);
            Assert.Equal(first, watched.Weights());
        });
        Assert.Equal(weights, again);
    }

    [Fact]
    public void Moved_weights_lead_a_little_elsewhere()
    {
        (float[] weights, WitnessedTraining watched) = Train(_ => { });
        (float[] moved, WitnessedTraining other) = Train(training => training.Perturb(Rng.For(1, "tests/moved")));
        Assert.NotEqual(weights, moved);
        Assert.All(weights.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.NotEqual(watched.Losses[0], other.Losses[0]);
        Assert.Equal(watched.Losses[0], other.Losses[0], 1e-5);
    }

    [Fact]
    public void A_training_of_two_networks_is_refused()
    {
        using var step = new GanStep(new ConstantRate());
        TrainerSettings settings = new()
        {
            Epochs = 1,
            BatchSize = 8,
            Monitor = null,
            Stopping = null,
            Average = null,
        };
        var error = Assert.Throws<ArgumentException>(() =>
            new Trainer(step, settings, 1).Run([0, 1, 2], null, new Watching(_ => { }), "gan")
        );
        Assert.Contains("one network with one loss", error.Message, StringComparison.Ordinal);
    }

    private static float[] TrainAlone()
    {
        using var learner = new ToyLearner(Items, dropout: 0.4);
        using var loop = new SupervisedTraining(learner, Settings, 3);
        loop.Run([.. Enumerable.Range(0, Items)], null, NoCheckpoints.Instance, "t");
        return learner.Weights();
    }

    private static (float[] Weights, WitnessedTraining Watched) Train(Action<WitnessedTraining> begin)
    {
        using var learner = new ToyLearner(Items, dropout: 0.4);
        using var loop = new SupervisedTraining(learner, Settings, 3);
        var watching = new Watching(begin);
        loop.Run([.. Enumerable.Range(0, Items)], null, watching, "t");
        return (learner.Weights(), watching.Watched!);
    }

    private sealed class Watching(Action<WitnessedTraining> begin) : ICheckpoints
    {
        public WitnessedTraining? Watched { get; private set; }

        public bool Resume(string name, Action<BinaryReader> read)
        {
            Watched = WitnessedTraining.Of(read);
            begin(Watched);
            return false;
        }

        public void Save(string name, Action<BinaryWriter> write, bool last = false) { }
    }
}
