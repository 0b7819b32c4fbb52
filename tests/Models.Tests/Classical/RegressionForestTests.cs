using Research.Models.Classical;
using Research.Numerics;

namespace Research.Models.Tests.Classical;

public class RegressionForestTests
{
    private static readonly Rng Draws = Rng.For(1, "tests/regression forest");
    private static readonly Matrix Rows = Matrix.OfRows([
        .. Enumerable.Range(0, 60).Select(_ => new[] { Draws.NextNormal(), Draws.NextNormal(), Draws.NextInt(4) }),
    ]);

    private static readonly double[] Targets =
    [
        .. Enumerable.Range(0, 60).Select(i => 50 + Rows[i, 0] + (Rows[i, 2] * Rows[i, 1])),
    ];

    public static TheoryData<ThresholdRule, bool, double> Forests =>
        new()
        {
            { ThresholdRule.Best, true, 1 },
            { ThresholdRule.Best, true, 0.5 },
            { ThresholdRule.Random, false, 1 },
        };

    [Fact]
    public void Trees_of_all_rows_repeat_the_targets() =>
        Assert.All(
            Fit(RegressionForestSettings.ExtraTrees(3)).Predict(Rows).Zip(Targets),
            pair => Assert.Equal(pair.Second, pair.First, 1e-12)
        );

    [Fact]
    public void A_constant_target_is_predicted_everywhere() =>
        Assert.Equal(
            [7.0, 7],
            RegressionForest
                .Fit(Rows, [.. Rows.Column(0).Select(_ => 7.0)], RegressionForestSettings.RandomForest(2), 1)
                .Predict(Rows.Take([0, 1]))
        );

    [Theory]
    [MemberData(nameof(Forests))]
    public void Predictions_stay_within_the_targets(ThresholdRule rule, bool bootstrap, double share)
    {
        RegressionForest forest = Fit(Settings(rule, bootstrap, share));
        Matrix far = Matrix.OfRows([
            [-100.0, 100, 9],
            [100, -100, -9],
        ]);
        Assert.All(forest.Predict(far), value => Assert.InRange(value, Targets.Min(), Targets.Max()));
    }

    [Theory]
    [MemberData(nameof(Forests))]
    public void Threads_never_show_and_seeds_do(ThresholdRule rule, bool bootstrap, double share)
    {
        RegressionForestSettings settings = Settings(rule, bootstrap, share);
        Matrix other = Matrix.OfRows([.. Enumerable.Range(0, 5).Select(i => new[] { 0.3 * i, -0.2 * i, i % 4 })]);
        double[] many = Fit(settings).Predict(other);
        int threads = ParallelLoop.Threads;
        ParallelLoop.Threads = 1;
        try
        {
            Assert.Equal(many, Fit(settings).Predict(other));
        }
        finally
        {
            ParallelLoop.Threads = threads;
        }

        Assert.NotEqual(many, RegressionForest.Fit(Rows, Targets, settings, 2).Predict(other));
    }

    [Fact]
    public void A_leaf_of_all_rows_predicts_the_mean()
    {
        RegressionForestSettings settings = RegressionForestSettings.ExtraTrees(1) with { LeafRows = 31 };
        double mean = OrderedSum.Mean(Targets);
        Assert.All(Fit(settings).Predict(Rows), value => Assert.Equal(mean, value, 1e-12));
    }

    // Between neighbouring doubles a threshold rounds to one of them; neither side may be empty.
    [Theory]
    [InlineData(ThresholdRule.Best)]
    [InlineData(ThresholdRule.Random)]
    public void Neighbouring_doubles_are_told_apart(ThresholdRule rule)
    {
        Matrix rows = Matrix.OfRows([
            [1.0],
            [Math.BitIncrement(1.0)],
        ]);
        RegressionForestSettings settings = Settings(rule, false, 1);
        Assert.Equal([-2.0, 2], RegressionForest.Fit(rows, [-2, 2], settings, 1).Predict(rows));
    }

    private static RegressionForestSettings Settings(ThresholdRule rule, bool bootstrap, double share) =>
        RegressionForestSettings.RandomForest(5) with
        {
            Thresholds = rule,
            Bootstrap = bootstrap,
            FeatureShare = share,
        };

    private static RegressionForest Fit(RegressionForestSettings settings) => RegressionForest.Fit(Rows, Targets, settings, 1);
}
