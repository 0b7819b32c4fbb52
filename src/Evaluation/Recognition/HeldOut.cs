using Research.Evaluation.Trials;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>The recordings that fix what a model's card says of its certainty; the model did not learn from them.</summary>
/// <param name="Fixing">Fix temperature and familiar range.</param>
/// <param name="Familiarity">Of the fixing ones.</param>
/// <param name="Measuring">Others, on which the error of the calibration is measured.</param>
/// <param name="Words">Which the fixing ones are.</param>
internal sealed record HeldOut(
    ClassPredictions Fixing,
    IReadOnlyList<double> Familiarity,
    ClassPredictions Measuring,
    string Words
)
{
    public static HeldOut Of(TrialResult result)
    {
        ClassPredictions tested = result.Classes(SubsetNames.Test);
        bool validated = result.Predictions.Any(part => part.Subset == SubsetNames.Validation && part.Items.Count > 0);
        if (validated)
        {
            return new(
                result.Classes(SubsetNames.Validation),
                FamiliarityOf(result, SubsetNames.Validation),
                tested,
                "validation part"
            );
        }

        int[] even = [.. Enumerable.Range(0, tested.Items.Count).Where(i => i % 2 == 0)];
        int[] odd = [.. Enumerable.Range(0, tested.Items.Count).Where(i => i % 2 == 1)];
        IReadOnlyList<double> familiarity = FamiliarityOf(result, SubsetNames.Test);
        return new(
            At(tested, even),
            [.. even.Select(i => familiarity[i])],
            At(tested, odd.Length > 0 ? odd : even),
            "every second recording of the test part"
        );
    }

    /// <summary>How familiar a background finds the recordings that fix the range of its model.</summary>
    public static IReadOnlyList<double> FamiliarityOf(TrialResult background)
    {
        IReadOnlyList<double> validation = FamiliarityOf(background, SubsetNames.Validation);
        return validation.Count > 0 ? validation : [.. FamiliarityOf(background, SubsetNames.Test).Where((_, i) => i % 2 == 0)];
    }

    private static IReadOnlyList<double> FamiliarityOf(TrialResult result, string part) =>
        Trials.Familiarity.Of(result, part)
        ?? throw new ArgumentException($"The trial of an exported model kept no familiarity of its {part} part.", nameof(result));

    private static ClassPredictions At(ClassPredictions all, int[] places) =>
        all with
        {
            Items = [.. places.Select(i => all.Items[i])],
            Truth = [.. places.Select(i => all.Truth[i])],
            Predicted = [.. places.Select(i => all.Predicted[i])],
            Probabilities = [.. places.Select(i => all.Probabilities![i])],
        };
}
