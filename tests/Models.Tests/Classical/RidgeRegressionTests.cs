using Research.Models.Classical;
using Research.Numerics;
using Research.Tests;

namespace Research.Models.Tests.Classical;

public class RidgeRegressionTests
{
    private static readonly Matrix Line = Matrix.OfRows([
        [-1.0],
        [0],
        [1],
    ]);

    // Σx² = 2, Σxy = 4: the weight is 4/(2 + λ), and the intercept the mean target.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(6, 0.5)]
    public void By_hand(double penalty, double weight)
    {
        RidgeRegression model = RidgeRegression.Fit(Line, [3, 5, 7], new() { Penalty = penalty });
        Assert.Equal(weight, Assert.Single(model.Weights), 1e-15);
        Golden.AssertClose([5 - weight, 5, 5 + weight], model.Predict(Line), 1e-14);
    }

    [Fact]
    public void The_intercept_is_not_penalised()
    {
        RidgeRegression near = RidgeRegression.Fit(Line, [3, 5, 7], new() { Penalty = 1 });
        RidgeRegression far = RidgeRegression.Fit(Line, [1003, 1005, 1007], new() { Penalty = 1 });
        Assert.Equal(near.Weights, far.Weights);
        Assert.Equal(near.Intercept + 1000, far.Intercept, 1e-12);
    }

    [Fact]
    public void A_feature_that_tells_nothing_has_weight_zero() =>
        Assert.Equal(
            [0.0],
            RidgeRegression
                .Fit(
                    Matrix.OfRows([
                        [4.0],
                        [4],
                        [4],
                    ]),
                    [1, 2, 6],
                    new() { Penalty = 1 }
                )
                .Weights
        );

    [Fact]
    public void More_features_than_rows_predict_the_targets_where_the_penalty_is_small()
    {
        var rng = Rng.For(1, "tests/ridge");
        Matrix rows = Matrix.OfRows([
            .. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 9).Select(_ => rng.NextNormal()).ToArray()),
        ]);
        double[] predicted = RidgeRegression.Fit(rows, [1, 2, 3, 5, 8], new() { Penalty = 1e-9 }).Predict(rows);
        Assert.All(predicted.Zip([1.0, 2, 3, 5, 8]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }
}
