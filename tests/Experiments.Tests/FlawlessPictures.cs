using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Models.Networks.Generative;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Experiments.Tests;

/// <summary>Results of generators, and of networks that learn from them, which are not trained: all real items are predicted right, and every generator is like the others.</summary>
internal static class FlawlessPictures
{
    /// <summary>What such a trial gives; null for another kind.</summary>
    public static TrialResult? Of(Trial trial, IReadOnlyDictionary<string, Dataset> datasets) =>
        trial switch
        {
            AugmentedPictureTrial own => Predicted(own, datasets[own.Pictures.Levels.Data.Id]),
            GanTrial own => IsWhole(own, datasets) ? new() { Curve = Course(own.Epochs) } : new TrialResult(),
            GeneratedSetTrial own => IsWhole(own.Generator, datasets) ? Looked(own) : new TrialResult(),
            _ => null,
        };

    private static bool IsWhole(GanTrial trial, IReadOnlyDictionary<string, Dataset> datasets) =>
        trial.Pictures.Classes!.Of(datasets[trial.Pictures.Levels.Data.Id]).Items.Count >= trial.Pictures.FewestItems;

    private static TrialResult Predicted(AugmentedPictureTrial trial, Dataset data)
    {
        Dataset ruled = trial.Pictures.Classes!.Of(data);
        if (ruled.Items.Count < trial.Pictures.FewestItems)
        {
            return new TrialResult();
        }

        var items = ClassItems.Of(SplitItems.Of(ruled), trial.Pictures.Protocol, trial.Seed);
        return new()
        {
            Predictions =
            [
                Right(items, SubsetNames.Validation, items.Split.Validation),
                Right(items, SubsetNames.Test, items.Split.Test),
            ],
            Curve = new(
                [TrainingCurve.TrainLoss, TrainingCurve.ValidationLoss, TrainingCurve.ValidationAccuracy],
                [.. Enumerable.Repeat(new[] { 0.5, 0.5, 0.5 }, trial.Training.Epochs)],
                1
            ),
        };
    }

    private static TrainingCurve Course(int epochs) =>
        new([.. GanMetrics.All], [.. Enumerable.Repeat(new double[GanMetrics.All.Count], epochs)], 1);

    private static TrialResult Looked(GeneratedSetTrial trial)
    {
        var numbers = new Dictionary<string, IReadOnlyList<double>>
        {
            [GeneratedSetTrial.LearnedItems] = [1.0],
            [GeneratedSetTrial.UnseenItems] = [1.0],
        };
        foreach (
            string name in new[]
            {
                GeneratedSetTrial.Frechet,
                GeneratedSetTrial.Precision,
                GeneratedSetTrial.Recall,
                GeneratedSetTrial.Copied,
            }
        )
        {
            numbers[name] = [0.5];
            numbers[GeneratedSetTrial.OfUnseen(name)] = [0.5];
        }

        for (int k = 0; k < trial.Shown; k++)
        {
            numbers[GeneratedSetTrial.Picture(k)] = [0.0];
            numbers[GeneratedSetTrial.NearestPicture(k)] = [0.0];
            numbers[GeneratedSetTrial.Nearest(k)] = [0, 1, 1];
        }

        return new() { Numbers = numbers };
    }

    private static ClassPredictions Right(ClassItems items, string part, int[] places) =>
        items.Predicted(part, places, items.ClassesOf(places));
}
