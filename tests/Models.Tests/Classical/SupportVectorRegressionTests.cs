using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class SupportVectorRegressionTests
{
    private static readonly Matrix Two = Matrix.OfRows([
        [-1.0],
        [1],
    ]);

    // The flattest line within ε of (−1, −1) and (1, 1): slope 1 − ε.
    [Theory]
    [InlineData(0.25)]
    [InlineData(0)]
    public void By_hand(double epsilon)
    {
        double[] predicted = Fit(Two, [-1, 1], epsilon).Predict(Two);
        Assert.Equal(-(1 - epsilon), predicted[0], 1e-9);
        Assert.Equal(1 - epsilon, predicted[1], 1e-9);
    }

    [Fact]
    public void Targets_within_the_tube_need_no_support_vector_and_give_its_middle()
    {
        SupportVectorRegression model = Fit(Two, [4, 5], 1);
        Assert.Equal(0, model.SupportVectors);
        Assert.Equal([4.5, 4.5], model.Predict(Two));
    }

    [Fact]
    public void No_training_error_is_beyond_the_tube_where_errors_are_dear()
    {
        var rng = Rng.For(1, "tests/svr");
        double[] x = [.. Enumerable.Range(0, 40).Select(_ => rng.NextDouble(-3, 3))];
        double[] y = [.. x.Select(PortableMath.Sin)];
        Matrix rows = Matrix.OfRows([.. x.Select(value => new[] { value })]);
        SvrSettings settings = SvrSettings.ScikitLearn(SvmKernel.Rbf);
        SupportVectorRegression model = SupportVectorRegression.Fit(
            rows,
            y,
            settings with
            {
                Svm = settings.Svm with { C = 1e4 },
            }
        );
        Assert.All(model.Predict(rows).Zip(y), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.1 + 1e-3));
        Assert.InRange(model.SupportVectors, 1, 20);
    }

    private static SupportVectorRegression Fit(Matrix rows, double[] targets, double epsilon) =>
        SupportVectorRegression.Fit(
            rows,
            targets,
            new() { Svm = SvmSettings.ScikitLearn(SvmKernel.Linear) with { C = 100, Tolerance = 1e-10 }, Epsilon = epsilon }
        );
}
