using System.Text.Json;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Classical;

public class MultilayerPerceptronTests
{
    [Fact]
    public void Exclusive_or_is_learned()
    {
        Matrix rows = Matrix.OfRows([
            [0.0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
        ]);
        MlpSettings settings = MlpSettings.ScikitLearn([16]) with { LearningRate = 0.02, Epochs = 2000, Patience = 2000 };
        Assert.Equal([0, 1, 1, 0], MultilayerPerceptron.Fit(rows, [0, 1, 1, 0], 2, settings, 1).Predict(rows));
    }

    // Central differences of the cross-entropy over every parameter of a net with two hidden layers.
    [Fact]
    public void Every_gradient_is_the_slope_of_the_loss()
    {
        Rng rng = Rng.For(1, "net");
        DenseLayer[] layers = [new(3, 4, rng), new(4, 4, rng), new(4, 3, rng)];
        var net = new MultilayerPerceptron(layers);
        double[] x = [0.3, -0.7, 1.1];
        Loss(net, x);
        double[][] gradients = [.. layers.Select(layer => layer.Gradient.ToArray())];
        for (int l = 0; l < layers.Length; l++)
        {
            for (int p = 0; p < gradients[l].Length; p++)
            {
                double value = layers[l].Parameters[p];
                layers[l].Parameters[p] = value + 1e-6;
                double above = Loss(net, x);
                layers[l].Parameters[p] = value - 1e-6;
                double below = Loss(net, x);
                layers[l].Parameters[p] = value;
                Assert.Equal((above - below) / 2e-6, gradients[l][p], 1e-7);
            }
        }
    }

    // Oracle: scikit-learn's MLPClassifier over 40 seeds, Golden/make_classifiers.py; the standard error of either mean is 0.006.
    [Fact]
    public void It_is_as_accurate_as_scikit_learns()
    {
        JsonElement oracle = Golden.Json("classifiers.json");
        Matrix train = Matrix.OfRows(oracle.GetProperty("train").GetProperty("x").Rows());
        Standardizer standardizer = Standardizer.Fit(train);
        Matrix test = standardizer.Apply(Matrix.OfRows(oracle.GetProperty("test").GetProperty("x").Rows()));
        int[] classes = oracle.GetProperty("train").GetProperty("y").Integers();
        int[] truth = oracle.GetProperty("test").GetProperty("y").Integers();
        MlpSettings settings = MlpSettings.ScikitLearn([20, 20]);
        double[] accuracies = ParallelLoop.Select(
            40,
            seed =>
            {
                MultilayerPerceptron model = MultilayerPerceptron.Fit(
                    standardizer.Apply(train),
                    classes,
                    4,
                    settings,
                    (ulong)seed
                );
                return model.Predict(test).Zip(truth, (a, b) => a == b ? 1.0 : 0).Average();
            }
        );
        double expected = oracle.GetProperty("mlp").Number("test_accuracy_mean_of_40_seeds");
        Assert.InRange(OrderedSum.Mean(accuracies), expected - 0.03, expected + 0.03);
    }

    private static double Loss(MultilayerPerceptron net, double[] x) =>
        net.Learn(x, 1, net.NewActivations(), net.NewActivations());
}
