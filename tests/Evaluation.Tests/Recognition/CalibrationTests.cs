using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Recognition;

public class CalibrationTests
{
    private static readonly string[] Classes = ["a", "b"];

    // Three of four are right: the best temperature makes the confidence 0.75, whatever the model said.
    [Theory]
    [InlineData(0.99)]
    [InlineData(0.999999)]
    [InlineData(1.0)]
    public void A_model_that_is_too_sure_gets_the_confidence_that_it_deserves(double said)
    {
        ClassPredictions predictions = Predictions(said, right: 75, wrong: 25);
        var calibration = Calibration.Of(predictions, predictions, "these");
        Assert.Equal(0.75, calibration.Apply([said, 1 - said])[0], 1e-6);
        Assert.Equal(said - 0.75, calibration.ErrorBefore, 1e-9);
        Assert.Equal(0, calibration.ErrorAfter, 1e-6);
    }

    [Fact]
    public void No_model_is_made_surer_than_it_is()
    {
        ClassPredictions modest = Predictions(0.6, right: 100, wrong: 0);
        var calibration = Calibration.Of(modest, modest, "these");
        Assert.Equal(1, calibration.Temperature, 1e-9);
        Assert.Equal(0.4, calibration.ErrorAfter, 1e-9);
    }

    [Fact]
    public void The_order_of_the_classes_stays()
    {
        double[] cooled = new Calibration(20, "some", 9, 0, 0).Apply([0.2, 0, 0.7999, 1e-4]);
        Assert.Equal(1, OrderedSum.Of(cooled), 12);
        Assert.Equal([2, 0, 3, 1], cooled.Select((p, c) => (p, c)).OrderByDescending(item => item.p).Select(item => item.c));
        Assert.True(cooled[2] < 0.5);
    }

    [Fact]
    public void The_error_weighs_bins_of_confidence_by_their_items()
    {
        ClassPredictions mixed = Joined(Predictions(0.95, right: 8, wrong: 2), Predictions(0.65, right: 3, wrong: 7));
        Assert.Equal((10 * 0.15 + 10 * 0.35) / 20, Calibration.ErrorOf(mixed, 1), 1e-9);
    }

    private static ClassPredictions Predictions(double said, int right, int wrong)
    {
        int count = right + wrong;
        return new(
            "test",
            [.. Enumerable.Range(0, count).Select(i => $"{i}")],
            Classes,
            [.. Enumerable.Range(0, count).Select(i => i < right ? 0 : 1)],
            new int[count],
            [.. Enumerable.Range(0, count).Select(_ => new[] { said, 1 - said })]
        );
    }

    private static ClassPredictions Joined(ClassPredictions first, ClassPredictions second) =>
        first with
        {
            Items = [.. first.Items, .. second.Items],
            Truth = [.. first.Truth, .. second.Truth],
            Predicted = [.. first.Predicted, .. second.Predicted],
            Probabilities = [.. first.Probabilities!, .. second.Probabilities!],
        };
}
