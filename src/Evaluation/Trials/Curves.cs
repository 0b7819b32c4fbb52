using Research.Models.Training;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>From a training's history to what a trial keeps of it.</summary>
public static class Curves
{
    private static readonly string[] Kept =
    [
        TrainingCurve.TrainLoss,
        TrainingCurve.TrainAccuracy,
        TrainingCurve.ValidationLoss,
        TrainingCurve.ValidationAccuracy,
    ];

    /// <summary>Losses and accuracies after each epoch: those that were measured.</summary>
    public static TrainingCurve Of(History history)
    {
        string[] metrics = [.. Kept.Where(name => history.Epochs.Any(epoch => epoch.Values.Has(name)))];
        return new TrainingCurve(
            metrics,
            [.. history.Epochs.Select(epoch => metrics.Select(name => epoch.Values[name]).ToArray())],
            history.BestEpoch
        );
    }
}
