using Research.Evaluation.Trials;
using Research.Numerics;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>Makes the points of a grid of settings.</summary>
public static class GridPoint
{
    /// <param name="settings">Where it stands.</param>
    /// <param name="results">Of its trials, one a seed.</param>
    public static GridPoint<TSettings> Of<TSettings>(TSettings settings, IReadOnlyList<TrialResult> results) =>
        new(
            settings,
            [.. results.Select(result => result.Classes(SubsetNames.Validation))],
            [.. results.Select(result => result.Classes(SubsetNames.Test))]
        );
}

/// <summary>A point of a grid of settings: what its models predicted for the validation and for the test items, a seed after the other.</summary>
/// <param name="Settings">Where it stands.</param>
/// <param name="Validation">Predictions that a choice may look at.</param>
/// <param name="Test">Predictions that no choice looks at.</param>
public sealed record GridPoint<TSettings>(TSettings Settings, ClassPredictions[] Validation, ClassPredictions[] Test)
{
    public double MeanValidation => OrderedSum.Mean([.. Accuracies(Validation)]);

    public double MeanTest => OrderedSum.Mean([.. Accuracies(Test)]);

    /// <summary>Its accuracy on the validation items, and on the test items.</summary>
    /// <param name="variant">Its settings in words.</param>
    /// <param name="answers">What a published validation accuracy is about; null where none can be.</param>
    public IEnumerable<Figure> Figures(string variant, ClaimKey? answers)
    {
        Figure validation = new()
        {
            Variant = variant,
            Split = SubsetNames.Validation,
            Metric = "accuracy",
            Runs = [.. Accuracies(Validation)],
            TestItems = Validation[0].Items.Count,
            Answers = answers,
        };
        yield return validation;
        yield return validation with
        {
            Split = SubsetNames.Test,
            Runs = [.. Accuracies(Test)],
            TestItems = Test[0].Items.Count,
            Answers = null,
        };
    }

    private static IEnumerable<double> Accuracies(ClassPredictions[] runs) => runs.Select(run => run.Confusion.Accuracy);
}
