using Research.Models.Checkpoints;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;
using Research.Tests;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks;

public class AttentionLearnerTests
{
    public static TheoryData<AttentionForm> Forms => [AttentionForm.Vector, AttentionForm.Scored];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Attention_sums_to_one_over_the_frames_of_each_sequence(AttentionForm form)
    {
        using AttentionLearner learner = Learner(form, null);
        double[][] weights = learner.Attention([0, 1, 2]);
        Assert.Equal([5, 9, 3], weights.Select(row => row.Length));
        Assert.All(weights, row => Assert.Equal(1, row.Sum(), 1e-5));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Attention_falls_on_voiced_frames_only_and_on_all_where_none_is(AttentionForm form)
    {
        bool[][] voiced =
        [
            [false, true, true, false, false],
            new bool[9],
            [true, true, true],
        ];
        using AttentionLearner learner = Learner(form, voiced);
        double[][] weights = learner.Attention([0, 1, 2]);
        Assert.Equal([true, false, false, true, true], weights[0].Select(weight => weight == 0));
        Assert.All(weights[1], weight => Assert.True(weight > 0));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Scores_do_not_depend_on_what_else_is_in_the_batch(AttentionForm form)
    {
        using AttentionLearner learner = Learner(form, null);
        float[][] together = learner.Scores([0, 1, 2]);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(together[i], learner.Scores([i])[0]);
        }
    }

    [Fact]
    public void The_learned_vector_starts_as_one_over_its_length_and_weighs_all_frames_by_their_mean()
    {
        using AttentionLearner learner = Learner(AttentionForm.Vector, null);
        float[] attention = learner.Network.state_dict()["attention"].data<float>().ToArray();
        Assert.Equal(8, attention.Length);
        Assert.All(attention, value => Assert.Equal(1f / 8, value));
        (Matrix[] sequences, _) = Data();
        Enlarge(learner.Network);
        double[][] weights = learner.Attention([0, 1, 2]);
        for (int i = 0; i < sequences.Length; i++)
        {
            double[] raised = [.. MeansOfFrames(learner.Network, sequences[i]).Select(Math.Exp)];
            Assert.True(raised.Max() > 1.05 * raised.Min()); // else any weights would do
            Golden.AssertClose([.. raised.Select(value => value / raised.Sum())], weights[i], 1e-5, "weight");
        }
    }

    // Each step by hand from the network's own numbers: attention by a scoring layer, its context beside the last state of either direction.
    [Fact]
    public void Scored_attention_and_the_classes_are_those_of_the_formulas()
    {
        using AttentionLearner learner = Learner(AttentionForm.Scored, null);
        Enlarge(learner.Network);
        (Matrix[] sequences, _) = Data();
        Dictionary<string, float[]> states = States(learner);
        for (int i = 0; i < sequences.Length; i++)
        {
            (float[][] outputs, float[] last) = Recurrent(learner.Network, sequences[i]);
            double[] raised =
            [
                .. outputs.Select(frame =>
                    Math.Exp(Dot(states["score.weight"], Product(states["project.weight"], frame)) / Math.Sqrt(7))
                ),
            ];
            Assert.True(raised.Max() > 1.01 * raised.Min()); // else any weights would do
            double[] weights = [.. raised.Select(value => value / raised.Sum())];
            Golden.AssertClose(weights, learner.Attention([i])[0], 1e-5, "weight");
            double[] context = [.. Enumerable.Range(0, 8).Select(k => outputs.Select((frame, t) => weights[t] * frame[k]).Sum())];
            double[] scores = Product(states["output.weight"], [.. context, .. last.Select(value => (double)value)]);
            for (int c = 0; c < 2; c++)
            {
                Assert.Equal(scores[c] + states["output.bias"][c], learner.Scores([i])[0][c], 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Units_are_dropped_in_training_and_only_there(AttentionForm form)
    {
        (Matrix[] sequences, int[] classes) = Data();
        AttentionSettings settings = Network(form) with { Dropout = 0.5, Dense = [] };
        using var learner = new AttentionLearner(new(sequences, classes, 2, null, null), settings, 1);
        learner.Network.train();
        Assert.NotEqual(learner.Loss([0, 1, 2]).item<float>(), learner.Loss([0, 1, 2]).item<float>());
        learner.Network.eval();
        Assert.Equal(learner.Loss([0, 1, 2]).item<float>(), learner.Loss([0, 1, 2]).item<float>());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_second_bias_stays_zero_while_everything_else_learns(AttentionForm form)
    {
        using AttentionLearner learner = Learner(form, null);
        Dictionary<string, float[]> before = States(learner);
        using var loop = new SupervisedTraining(learner, Settings(2), 1);
        loop.Run([0, 1, 2], null, NoCheckpoints.Instance, "test");
        foreach ((string name, float[] values) in States(learner))
        {
            bool frozen = name.Contains("bias_hh", StringComparison.Ordinal);
            Assert.Equal(frozen, values.SequenceEqual(before[name]));
            Assert.True(!frozen || values.All(value => value == 0), name);
        }
    }

    [Fact]
    public void A_class_of_weight_zero_changes_no_loss()
    {
        (Matrix[] sequences, _) = Data();
        using var plain = new AttentionLearner(
            new([sequences[0], sequences[2]], [0, 0], 2, null, null),
            Network(AttentionForm.Scored),
            1
        );
        using var weighted = new AttentionLearner(new(sequences, [0, 1, 0], 2, null, [1f, 0f]), Network(AttentionForm.Scored), 1);
        plain.Network.eval();
        weighted.Network.eval();
        Assert.Equal(plain.Loss([0, 1]).item<float>(), weighted.Loss([0, 1, 2]).item<float>(), 1e-6f);
    }

    [Fact]
    public void Probabilities_are_the_softmax_and_the_score_is_their_cross_entropy()
    {
        using AttentionLearner learner = Learner(AttentionForm.Scored, null);
        learner.Network.eval();
        double[][] probabilities = learner.Probabilities([0, 1, 2]);
        Assert.All(probabilities, row => Assert.Equal(1, row.Sum(), 1e-12));
        double loss = -(Math.Log(probabilities[0][0]) + Math.Log(probabilities[1][1]) + Math.Log(probabilities[2][0])) / 3;
        Assert.Equal(loss, learner.Score([0, 1, 2]).Loss, 1e-9);
        Assert.Equal(loss, learner.Loss([0, 1, 2]).item<float>(), 1e-5);
    }

    // First weights give outputs about 0, whose means hardly differ from frame to frame.
    private static void Enlarge(nn.Module network)
    {
        using IDisposable quiet = no_grad();
        foreach ((_, TorchSharp.Modules.Parameter parameter) in network.named_parameters().Where(IsBeforeAttention))
        {
            parameter.mul_((TorchSharp.Scalar)4);
        }

        static bool IsBeforeAttention((string Name, TorchSharp.Modules.Parameter Parameter) pair) =>
            pair.Name.StartsWith("dense", StringComparison.Ordinal)
            || pair.Name.StartsWith("recurrent", StringComparison.Ordinal);
    }

    // The mean over the recurrent layer's outputs of each frame, without the network's own way through its layers.
    private static double[] MeansOfFrames(nn.Module network, Matrix sequence)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        Dictionary<string, nn.Module> layers = network.named_children().ToDictionary(child => child.name, child => child.module);
        Tensor frames = tensor(sequence.Values.ToArray().Select(value => (float)value).ToArray(), [1, sequence.Rows, 3]);
        Tensor raised = ((TorchSharp.Modules.Sequential)layers["dense"]).call(frames);
        float[] outputs = ((TorchSharp.Modules.LSTM)layers["recurrent"]).call(raised).Item1.data<float>().ToArray();
        return [.. outputs.Chunk(8).Select(frame => frame.Average(value => (double)value))];
    }

    // Outputs of every frame, and the last state of the forward, then of the backward direction.
    private static (float[][] Outputs, float[] Last) Recurrent(nn.Module network, Matrix sequence)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        nn.Module layer = network.named_children().Single(child => child.name == "recurrent").module;
        Tensor frames = tensor(sequence.Values.ToArray().Select(value => (float)value).ToArray(), [1, sequence.Rows, 3]);
        (Tensor outputs, Tensor hidden, _) = ((TorchSharp.Modules.LSTM)layer).call(frames);
        return ([.. outputs.data<float>().ToArray().Chunk(8)], hidden.data<float>().ToArray());
    }

    // A matrix row by row, times a vector.
    private static double[] Product(float[] rows, IReadOnlyList<double> x) => [.. rows.Chunk(x.Count).Select(row => Dot(row, x))];

    private static double[] Product(float[] rows, float[] x) => Product(rows, [.. x.Select(value => (double)value)]);

    private static double Dot(float[] a, IReadOnlyList<double> b) => a.Select((value, k) => value * b[k]).Sum();

    private static Dictionary<string, float[]> States(AttentionLearner learner) =>
        learner.Network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.data<float>().ToArray());

    private static AttentionLearner Learner(AttentionForm form, bool[][]? voiced)
    {
        (Matrix[] sequences, int[] classes) = Data();
        var learner = new AttentionLearner(new(sequences, classes, 2, voiced, null), Network(form), 1);
        learner.Network.eval();
        return learner;
    }

    private static (Matrix[] Sequences, int[] Classes) Data()
    {
        var rng = Rng.For(4, "tests/attention");
        Matrix Sequence(int steps)
        {
            var matrix = new Matrix(steps, 3);
            for (int i = 0; i < matrix.Values.Length; i++)
            {
                matrix.Values[i] = rng.NextNormal();
            }

            return matrix;
        }

        return ([Sequence(5), Sequence(9), Sequence(3)], [0, 1, 0]);
    }

    private static AttentionSettings Network(AttentionForm form) =>
        new()
        {
            Dense = form == AttentionForm.Vector ? [6, 5] : [],
            Dropout = 0,
            Hidden = 4,
            Attention = form,
            ScoringUnits = 7,
        };

    private static TrainingSettings Settings(int epochs) =>
        new()
        {
            Epochs = epochs,
            BatchSize = 3,
            Optimizer = OptimizerSettings.Adam(0.01),
            GradientNorm = null,
            Stopping = null,
        };
}
