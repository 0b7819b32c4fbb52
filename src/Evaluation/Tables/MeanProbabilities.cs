using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>Several models that answer as one: the mean of their probabilities decides.</summary>
public static class MeanProbabilities
{
    /// <param name="models">Predictions of the same items over the same classes, with probabilities; at least one.</param>
    /// <exception cref="ArgumentException">Their items or classes differ, or one has no probabilities.</exception>
    public static ClassPredictions Of(IReadOnlyList<ClassPredictions> models)
    {
        ClassPredictions first = models[0];
        if (
            models.Any(own =>
                own.Probabilities is null || !own.Items.SequenceEqual(first.Items) || !own.Classes.SequenceEqual(first.Classes)
            )
        )
        {
            throw new ArgumentException(
                "Models answer together where each gives probabilities of the same items and classes.",
                nameof(models)
            );
        }

        double[][] means =
        [
            .. Enumerable
                .Range(0, first.Items.Count)
                .Select(i => Enumerable.Range(0, first.Classes.Count).Select(c => MeanOf(models, i, c)).ToArray()),
        ];
        return new(
            first.Subset,
            first.Items,
            first.Classes,
            first.Truth,
            [.. means.Select(row => Array.IndexOf(row, row.Max()))],
            means
        );
    }

    private static double MeanOf(IReadOnlyList<ClassPredictions> models, int item, int c) =>
        OrderedSum.Mean([.. models.Select(own => own.Probabilities![item][c])]);
}
