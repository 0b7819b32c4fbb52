using Research.Numerics;
using Research.Results.Metrics;

namespace Research.Experiments.Recognition;

/// <summary>Numbers about a model that its card tells.</summary>
internal static class Scores
{
    public static ModelScore Of(string split, int[] truth, int[] predicted, int classes)
    {
        var confusion = ConfusionMatrix.Of(truth, predicted, classes);
        return new(split, truth.Length, confusion.Accuracy, confusion.UnweightedAverageRecall);
    }

    /// <summary>Probabilities in proportion to e to the power of each score.</summary>
    public static double[] Softmax(double[] scores)
    {
        double most = scores.Max();
        double[] powers = [.. scores.Select(score => PortableMath.Exp(score - most))];
        double sum = OrderedSum.Of(powers);
        return [.. powers.Select(power => power / sum)];
    }
}
