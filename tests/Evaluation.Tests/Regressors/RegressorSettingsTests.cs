using Research.Evaluation.Regressors;
using Research.Models.Classical;
using Research.Numerics;

namespace Research.Evaluation.Tests.Regressors;

public class RegressorSettingsTests
{
    private static readonly Matrix Rows = Matrix.OfRows([.. Enumerable.Range(0, 12).Select(i => new[] { i - 5.5, i * 5 % 7 })]);
    private static readonly double[] Targets = [.. Enumerable.Range(0, 12).Select(i => 3000 + (100.0 * i) + (i * 7 % 5))];
    private static readonly SvrRegressorSettings Svr = new("svr", SvrSettings.ScikitLearn(SvmKernel.Rbf));

    [Fact]
    public void Ridge_and_forest_are_those_of_their_settings()
    {
        var ridge = new RidgeRegressorSettings("ridge", new() { Penalty = 2 });
        var forest = new ForestRegressorSettings("forest", RegressionForestSettings.RandomForest(3));
        Assert.Equal(RidgeRegression.Fit(Rows, Targets, ridge.Ridge).Predict(Rows), ridge.Fit(Rows, Targets, 5).Predict(Rows));
        Assert.Equal(
            RegressionForest.Fit(Rows, Targets, forest.Forest, 5).Predict(Rows),
            forest.Fit(Rows, Targets, 5).Predict(Rows)
        );
    }

    [Fact]
    public void Support_vectors_learn_standardised_targets()
    {
        double mean = OrderedSum.Mean(Targets);
        double deviation = Math.Sqrt(OrderedSum.Variance(Targets, 0));
        double[] scaled = [.. Targets.Select(target => (target - mean) / deviation)];
        double[] expected =
        [
            .. SupportVectorRegression.Fit(Rows, scaled, Svr.Svr).Predict(Rows).Select(value => mean + (deviation * value)),
        ];
        Assert.Equal(expected, Svr.Fit(Rows, Targets, 1).Predict(Rows));
    }

    [Fact]
    public void So_the_unit_of_the_targets_does_not_matter()
    {
        double[] predicted = Svr.Fit(Rows, Targets, 1).Predict(Rows);
        double[] ofThousands = Svr.Fit(Rows, [.. Targets.Select(target => target / 1000)], 1).Predict(Rows);
        Assert.All(predicted.Zip(ofThousands), pair => Assert.Equal(pair.First, 1000 * pair.Second, 0.1)); // the tolerance of training
    }

    [Fact]
    public void A_constant_target_is_predicted_everywhere() =>
        Assert.All(Svr.Fit(Rows, [.. Targets.Select(_ => 4.0)], 1).Predict(Rows), value => Assert.Equal(4.0, value));

    [Fact]
    public void As_many_targets_as_rows_are_needed() => Assert.Throws<ResearchException>(() => Svr.Fit(Rows, [], 1));
}
