using Research.Models.Checkpoints;
using Research.Models.Networks;
using Research.Models.Networks.Convolutional;
using Research.Models.Networks.Items;
using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;

namespace Research.Models.Tests.Networks.Items;

public class ItemLearnerTests
{
    private static readonly ConvolutionSettings Small = new()
    {
        Channels = [4, 6],
        Kernel = 3,
        Pools = [new(2, 2), new(2, 1)],
        Summary = MapSummary.MeanAndMaximum,
        Dropout = 0,
    };

    [Fact]
    public void A_convolutional_network_learns_which_band_is_loud()
    {
        (Matrix[] pictures, int[] classes) = LoudBands(24);
        using var network = new PictureNetwork(new Windows(pictures, 8), 2, Small, masking: null, seed: 1);
        var learner = new ItemLearner(network, new ClassLoss(classes, null, 0));
        Train(learner, [.. Enumerable.Range(0, 16)]);
        Assert.Equal(1, learner.Validate([.. Enumerable.Range(16, 8)])[MetricNames.ValidationAccuracy]);
    }

    [Fact]
    public void A_recurrent_network_learns_a_value_of_sequences_of_several_lengths()
    {
        var rng = Rng.For(1, "tests/sequences");
        Matrix[] sequences = [.. Enumerable.Range(0, 40).Select(i => Constant(3 + (i % 4), rng.NextDouble()))];
        double[][] values = [.. sequences.Select(sequence => new[] { sequence[0, 0] - 0.5 })];
        RecurrentSettings settings = new()
        {
            Kind = RecurrentKind.Gru,
            Hidden = 8,
            Layers = 1,
            Bidirectional = false,
            Dropout = 0,
        };
        using var network = new SequenceNetwork(new SequenceData(sequences), 1, settings, seed: 1);
        var learner = new ItemLearner(network, new ValueLoss(values, [1], learnsWeights: false));
        Train(learner, [.. Enumerable.Range(0, 30)]);
        Assert.InRange(learner.Validate([.. Enumerable.Range(30, 10)])[MetricNames.ValidationLoss], 0, 0.005); // of a variance of 0.083
    }

    [Fact]
    public void Outputs_come_in_the_order_that_is_asked_for_whatever_else_is_asked()
    {
        Matrix[] sequences = [Constant(3, 0.1), Constant(7, 0.9), Constant(5, 0.4)];
        RecurrentSettings settings = new()
        {
            Kind = RecurrentKind.Lstm,
            Hidden = 4,
            Layers = 1,
            Bidirectional = true,
            Dropout = 0,
        };
        using var network = new SequenceNetwork(new SequenceData(sequences), 2, settings, seed: 1);
        network.Module.eval();
        float[][] all = network.Outputs([0, 1, 2]);
        Assert.Equal([all[2], all[0]], network.Outputs([2, 0]));
    }

    [Fact]
    public void A_long_picture_s_output_is_the_mean_over_its_windows()
    {
        Matrix[] pictures = LoudBands(2).Pictures;
        Matrix longer = Matrix.OfRows([
            .. pictures.SelectMany(picture => Enumerable.Range(0, 8).Select(t => picture.Row(t).ToArray())),
        ]);
        using var network = new PictureNetwork(new Windows([.. pictures, longer], 8), 2, Small, masking: null, seed: 1);
        network.Module.eval();
        float[][] each = network.Outputs([0, 1, 2]);
        Assert.Equal([(float)(((double)each[0][0] + each[1][0]) / 2), (float)(((double)each[0][1] + each[1][1]) / 2)], each[2]);
    }

    [Fact]
    public void What_the_loss_learns_is_trained_and_saved_with_the_network()
    {
        Matrix[] sequences = [Constant(3, 0.1), Constant(3, 0.9)];
        using var network = new PictureNetwork(new Windows(LoudBands(2).Pictures, 8), 2, Small, masking: null, seed: 1);
        var learner = new ItemLearner(
            network,
            new ValueLoss(
                [
                    [0, 1],
                    [1, 0],
                ],
                [1, 1],
                learnsWeights: true
            )
        );
        string[] names = [.. learner.Network.named_parameters().Select(item => item.name)];
        Assert.Contains("loss.variances", names);
        Assert.Contains("network.output.weight", names);
    }

    private static void Train(ItemLearner learner, int[] items)
    {
        using var step = new SupervisedStep(
            learner,
            new SupervisedSettings
            {
                Optimizer = OptimizerSettings.Adam(0.02),
                Schedule = new ConstantRate(),
                GradientNorm = null,
                MicroBatches = 1,
                Frozen = [],
            }
        );
        var settings = new TrainerSettings
        {
            Epochs = 40,
            BatchSize = 8,
            Monitor = null,
            Stopping = null,
            Average = null,
        };
        new Trainer(step, settings, 1).Run(items, null, NoCheckpoints.Instance, "training");
    }

    // Eight frames of six bands with noise; in class 1 the fifth band is loud, in class 0 the second.
    internal static (Matrix[] Pictures, int[] Classes) LoudBands(int count)
    {
        var rng = Rng.For(1, "tests/pictures");
        int[] classes = [.. Enumerable.Range(0, count).Select(i => i % 2)];
        Matrix[] pictures =
        [
            .. classes.Select(c =>
                Matrix.OfRows([
                    .. Enumerable
                        .Range(0, 8)
                        .Select(_ => Enumerable.Range(0, 6).Select(b => rng.NextDouble() + (b == 1 + (3 * c) ? 2 : 0)).ToArray()),
                ])
            ),
        ];
        return (pictures, classes);
    }

    private static Matrix Constant(int steps, double value) => Matrix.OfRows([.. Enumerable.Repeat(new[] { value }, steps)]);
}
