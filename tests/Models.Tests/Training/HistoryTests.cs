using Research.Models.Training;
using Research.Models.Training.Schedules;
using Research.Numerics;

namespace Research.Models.Tests.Training;

public class HistoryTests
{
    [Fact]
    public void Failures_before_the_first_epoch_that_counts_do_not_stop()
    {
        History history = Of(MonitoredMetric.ValidationLoss, 4, 3, 1, 2, 2, 0.9996, 1.0004);
        Assert.Equal((1, 2), (history.BestEpoch, history.Failures)); // 0.9996 is 1.000 to three decimals
    }

    [Fact]
    public void A_metric_that_is_to_rise_is_best_at_its_highest()
    {
        MonitoredMetric monitor = new() { Name = MetricNames.ValidationLoss, Better = Better.Higher };
        History history = Of(monitor, 1, null, 0.2, 0.5, double.NaN, 0.5, 0.4);
        Assert.Equal((2, 3), (history.BestEpoch, history.Failures));
    }

    [Fact]
    public void Without_early_stopping_the_last_epoch_is_the_best()
    {
        var history = new History(MonitoredMetric.ValidationLoss, null);
        Assert.False(history.Add(new EpochRecord(1, 0, new Score(1, 0))));
        Assert.False(history.Add(new EpochRecord(2, 0, new Score(3, 0))));
        Assert.Equal(2, history.BestEpoch);
    }

    [Fact]
    public void A_monitored_metric_that_an_epoch_lacks_is_named_with_those_that_it_has()
    {
        ResearchException error = Assert.Throws<ResearchException>(() =>
            Of(new() { Name = "validation_f1", Better = Better.Higher }, 1, null, 1)
        );
        Assert.Contains("'validation_f1'", error.Message, StringComparison.Ordinal);
        Assert.Contains("train_loss, validation_loss, validation_accuracy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_of_supervised_training_has_its_values_by_name_and_by_property()
    {
        var epoch = new EpochRecord(3, 0.5, new Score(0.25, 0.75));
        Assert.Equal(
            new MetricValues(("train_loss", 0.5), ("validation_loss", 0.25), ("validation_accuracy", 0.75)),
            epoch.Values
        );
        Assert.Equal((0.5, new Score(0.25, 0.75)), (epoch.TrainLoss, epoch.Validation));
        Assert.Null(new EpochRecord(1, 0.5, null).Validation);
    }

    private static History Of(MonitoredMetric monitor, int firstEpoch, int? decimals, params double[] losses)
    {
        EarlyStopping stopping = new()
        {
            Patience = 2,
            FirstEpoch = firstEpoch,
            Decimals = decimals,
        };
        var history = new History(monitor, stopping);
        foreach (double loss in losses)
        {
            history.Add(new EpochRecord(history.Epochs.Count + 1, 0, new Score(loss, 0)));
        }

        return history;
    }
}
