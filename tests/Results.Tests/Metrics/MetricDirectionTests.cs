using Research.Results.Metrics;

namespace Research.Results.Tests.Metrics;

public class MetricDirectionTests
{
    [Theory]
    [InlineData("accuracy", MetricDirection.HigherIsBetter)]
    [InlineData("accuracy (highest)", MetricDirection.HigherIsBetter)]
    [InlineData("ccc", MetricDirection.HigherIsBetter)]
    [InlineData("loss", MetricDirection.LowerIsBetter)]
    [InlineData("hamming_loss", MetricDirection.LowerIsBetter)]
    [InlineData("mean_pitch", MetricDirection.None)]
    [InlineData("F1", MetricDirection.None)] // a formant
    [InlineData("parameters", MetricDirection.None)]
    public void A_score_gets_better_upwards_an_error_downwards_and_a_measurement_neither(
        string quantity,
        MetricDirection direction
    ) => Assert.Equal(direction, MetricDirections.Of(quantity));
}
