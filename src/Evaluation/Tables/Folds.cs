using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>Predictions of several folds as one: every item once.</summary>
public static class Folds
{
    /// <param name="folds">Of one seed; no item is in two.</param>
    /// <param name="order">All items, in the order that is wanted.</param>
    public static ClassPredictions Join(IReadOnlyList<ClassPredictions> folds, IEnumerable<string> order)
    {
        var found = new Dictionary<string, (int Truth, int Predicted)>();
        foreach (ClassPredictions fold in folds)
        {
            for (int i = 0; i < fold.Items.Count; i++)
            {
                found.Add(fold.Items[i], (fold.Truth[i], fold.Predicted[i]));
            }
        }

        string[] items = [.. order];
        return folds[0] with
        {
            Items = items,
            Truth = [.. items.Select(item => found[item].Truth)],
            Predicted = [.. items.Select(item => found[item].Predicted)],
            Probabilities = null,
        };
    }
}
