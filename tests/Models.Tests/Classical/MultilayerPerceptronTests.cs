using Research.Models.Classical;
using Research.Numerics;

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

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var layer = new DenseLayer(3, 2, Rng.For(1, "layer"));
        double[] x = [0.3, -0.7, 1.1];
        var y = new double[2];
        layer.Forward(x, y);
        var xGradient = new double[3];
        layer.Backward(x, [1, -2], xGradient);
        for (int i = 0; i < 3; i++)
        {
            double[] moved = [.. x];
            moved[i] += 1e-6;
            var movedY = new double[2];
            layer.Forward(moved, movedY);
            double slope = ((movedY[0] - y[0]) - (2 * (movedY[1] - y[1]))) / 1e-6;
            Assert.Equal(slope, xGradient[i], 1e-8);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        Matrix rows = Matrix.OfRows([
            [0.0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
        ]);
        MlpSettings settings = MlpSettings.ScikitLearn([4, 4]);
        Assert.Equal(
            MultilayerPerceptron.Fit(rows, [0, 1, 1, 0], 2, settings, 3).Predict(rows),
            MultilayerPerceptron.Fit(rows, [0, 1, 1, 0], 2, settings, 3).Predict(rows)
        );
    }
}
