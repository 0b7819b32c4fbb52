using Research.Models.Training;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>From a training's history to what a trial keeps of it.</summary>
public static class Curves
{
    /// <param name="trainAccuracies">Accuracy on training items after each epoch; empty where it was not measured.</param>
    public static TrainingCurve Of(History history, IReadOnlyList<double>? trainAccuracies = null)
    {
        var metrics = new List<(string Name, Func<EpochRecord, double> Value)> { (TrainingCurve.TrainLoss, epoch => epoch.TrainLoss) };
        if (trainAccuracies is { Count: > 0 })
        {
            metrics.Add((TrainingCurve.TrainAccuracy, epoch => trainAccuracies[epoch.Epoch - 1]));
        }

        if (history.Epochs.Any(epoch => epoch.Validation is not null))
        {
            metrics.Add((TrainingCurve.ValidationLoss, epoch => epoch.Validation!.Loss));
            metrics.Add((TrainingCurve.ValidationAccuracy, epoch => epoch.Validation!.Accuracy));
        }

        return new TrainingCurve(
            [.. metrics.Select(metric => metric.Name)],
            [.. history.Epochs.Select(epoch => metrics.Select(metric => metric.Value(epoch)).ToArray())],
            history.BestEpoch
        );
    }
}
