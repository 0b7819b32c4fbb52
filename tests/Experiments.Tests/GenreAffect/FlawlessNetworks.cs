using Research.Data;
using Research.Evaluation.Trials;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Experiments.Tests.GenreAffect;

/// <summary>Results of networks that are not trained: each predicts what is true, and every epoch is like the others.</summary>
/// <param name="genres">One test item of each.</param>
/// <param name="affect">Items with targets; a network's fold tests every fifth.</param>
internal sealed class FlawlessNetworks(IReadOnlyList<string> genres, Dataset affect)
{
    private const int Folds = 5;

    public TrialResult Of(Trial trial)
    {
        var net = (ItemNetworkTrial)trial;
        return net.Task is ValuesTask task ? Values(task, net.SplitName[^1] - '0') : Classes(net.Training.Epochs);
    }

    private TrialResult Classes(int epochs)
    {
        int[] classes = [.. Enumerable.Range(0, genres.Count)];
        return new TrialResult
        {
            Predictions = [new ClassPredictions(SubsetNames.Test, genres, genres, classes, classes, null)],
            Curve = new TrainingCurve(
                [TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy],
                [.. Enumerable.Repeat(new[] { 1, 1, 0.5 }, epochs)],
                1
            ),
        };
    }

    private TrialResult Values(ValuesTask task, int fold)
    {
        Item[] tested = [.. affect.Items.Where((_, i) => i % Folds == fold)];
        double[][] truth = [.. tested.Select(item => task.Targets.Select(target => item.Targets[target]).ToArray())];
        string[] names = [.. tested.Select(item => item.Id)];
        return new TrialResult { Predictions = [new ValuePredictions(SubsetNames.Test, names, task.Targets, truth, truth)] };
    }
}
