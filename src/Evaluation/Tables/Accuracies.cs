using Research.Results.Claims;

namespace Research.Evaluation.Tables;

/// <summary>Accuracy, unweighted average recall and macro F1 of runs of classes.</summary>
public static class Accuracies
{
    /// <summary>Three figures for each variant and split in order of appearance, over the seeds.</summary>
    public static IEnumerable<Figure> Of(IReadOnlyList<ClassRun> runs)
    {
        foreach (IGrouping<(string Variant, string Split), ClassRun> group in runs.GroupBy(run => (run.Variant, run.Split)))
        {
            ClassRun[] own = [.. group];
            Figure accuracy = new()
            {
                Variant = group.Key.Variant,
                Split = group.Key.Split,
                Metric = "accuracy",
                Runs = [.. own.Select(run => run.Confusion.Accuracy)],
                TestItems = own[0].Predictions.Items.Count,
                Answers = own[0].Answers,
            };
            yield return accuracy;
            yield return accuracy with
            {
                Metric = "uar",
                Runs = [.. own.Select(run => run.Confusion.UnweightedAverageRecall)],
                TestItems = null,
                Answers = null,
            };
            yield return accuracy with
            {
                Metric = "f1",
                Class = "macro",
                Runs = [.. own.Select(run => run.Confusion.MacroF1)],
                TestItems = null,
                Answers = null,
            };
        }
    }
}
