using Research.Models.Checkpoints;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Xunit;
using static TorchSharp.torch;

namespace Research.Models.Tests.Training;

public class SupervisedTrainingTests
{
    private static readonly TrainingSettings Settings = new()
    {
        Epochs = 12,
        BatchSize = 8,
        Optimizer = OptimizerSettings.Adam(0.02),
        GradientNorm = 5,
        Stopping = null,
    };

    [Fact]
    public void A_net_learns_which_sequences_rise_and_which_fall()
    {
        (Matrix[] sequences, int[] classes) = RisingAndFalling(40);
        using var learner = Learner(sequences, classes);
        using var loop = new SupervisedTraining(learner, Settings, 1);
        History history = loop.Run(
            [.. Enumerable.Range(0, 30)],
            () => learner.Score([.. Enumerable.Range(30, 10)]).AsValidation(),
            NoCheckpoints.Instance,
            "t"
        );
        Assert.Equal(12, history.Epochs.Count);
        Assert.True(history.Epochs[^1].TrainLoss < history.Epochs[0].TrainLoss / 2);
        Assert.Equal(1, learner.Score([.. Enumerable.Range(30, 10)]).Accuracy);
    }

    [Fact]
    public void A_training_that_goes_on_from_a_checkpoint_makes_the_same_bits()
    {
        (Matrix[] sequences, int[] classes) = RisingAndFalling(24);
        float[] whole = Train(sequences, classes, 6, NoCheckpoints.Instance);
        var kept = new MemoryCheckpoints();
        Train(sequences, classes, 3, kept);
        Assert.Equal(whole, Train(sequences, classes, 6, kept));
    }

    [Fact]
    public void Early_stopping_takes_the_best_weights_back()
    {
        (Matrix[] sequences, int[] classes) = RisingAndFalling(20);
        using var learner = Learner(sequences, classes);
        var scores = new Queue<double>([3, 2, 1, 2, 2, 2, 0]);
        EarlyStopping stopping = new()
        {
            Patience = 3,
            FirstEpoch = 1,
            Decimals = null,
        };
        using var loop = new SupervisedTraining(learner, Settings with { Stopping = stopping }, 1);
        float[][] best = [];
        int epoch = 0;
        History history = loop.Run(
            [.. Enumerable.Range(0, 20)],
            () =>
            {
                best = ++epoch == 3 ? learner.Scores([0, 1]) : best;
                return new Score(scores.Dequeue(), 0).AsValidation();
            },
            NoCheckpoints.Instance,
            "t"
        );
        Assert.Equal((6, 3), (history.Epochs.Count, history.BestEpoch));
        Assert.Equal(best, learner.Scores([0, 1]));
    }

    [Fact]
    public void A_loss_that_is_not_finite_stops_with_the_epoch_the_batch_and_the_last_good_state()
    {
        (Matrix[] sequences, int[] classes) = RisingAndFalling(20);
        using var learner = Learner(sequences, classes);
        Spoil(learner);
        using var loop = new SupervisedTraining(learner, Settings, 1);
        ResearchException error = Assert.Throws<ResearchException>(() =>
            loop.Run([.. Enumerable.Range(0, 20)], null, NoCheckpoints.Instance, "digits")
        );
        Assert.Contains("'digits'", error.Message, StringComparison.Ordinal);
        Assert.Contains("epoch 1, batch", error.Message, StringComparison.Ordinal);
        Assert.Contains("no earlier state", error.Message, StringComparison.Ordinal);
    }

    // No data may be NaN, but weights that grew too large can give one.
    private static void Spoil(SequenceLearner learner)
    {
        using IDisposable quiet = no_grad();
        learner.Network.named_parameters().First().parameter.mul_((TorchSharp.Scalar)float.NaN);
    }

    [Fact]
    public void A_checkpoint_of_another_version_is_refused()
    {
        (Matrix[] sequences, int[] classes) = RisingAndFalling(10);
        var kept = new MemoryCheckpoints();
        kept.Save("t", writer => writer.Write(99));
        using var learner = Learner(sequences, classes);
        using var loop = new SupervisedTraining(learner, Settings, 1);
        Assert.Throws<InvalidDataException>(() => loop.Run([0, 1], null, kept, "t"));
    }

    private static float[] Train(Matrix[] sequences, int[] classes, int epochs, ICheckpoints checkpoints)
    {
        using var learner = Learner(sequences, classes);
        using var loop = new SupervisedTraining(learner, Settings with { Epochs = epochs }, 3);
        loop.Run([.. Enumerable.Range(0, sequences.Length)], () => learner.Score([0, 1]).AsValidation(), checkpoints, "t");
        return [.. learner.Network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
    }

    internal static SequenceLearner Learner(Matrix[] sequences, int[] classes)
    {
        RecurrentSettings settings = new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = 8,
            Layers = 1,
            Bidirectional = false,
            Dropout = 0.1,
        };
        return new SequenceLearner(sequences, classes, 2, settings, 1);
    }

    internal static (Matrix[] Sequences, int[] Classes) RisingAndFalling(int count)
    {
        Rng rng = Rng.For(4, "tests/ramps");
        var sequences = new Matrix[count];
        int[] classes = [.. Enumerable.Range(0, count).Select(i => i % 2)];
        for (int i = 0; i < count; i++)
        {
            sequences[i] = new Matrix(5 + rng.NextInt(6), 2);
            for (int t = 0; t < sequences[i].Rows; t++)
            {
                sequences[i][t, 0] = ((classes[i] == 0 ? t : -t) * 0.3) + (0.1 * rng.NextNormal());
                sequences[i][t, 1] = rng.NextNormal();
            }
        }

        return (sequences, classes);
    }
}
