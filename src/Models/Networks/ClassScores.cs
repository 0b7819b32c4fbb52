using Research.Models.Training;
using Research.Numerics;

namespace Research.Models.Networks;

/// <summary>What the scores of classes, before the softmax, say.</summary>
public static class ClassScores
{
    /// <summary>The class with the highest score; the first of equal ones.</summary>
    public static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());

    /// <summary>Probabilities, which sum to 1.</summary>
    public static double[] Softmax(float[] scores) => Softmax([.. scores.Select(score => (double)score)]);

    /// <summary>Probabilities in proportion to e to the power of each score.</summary>
    public static double[] Softmax(double[] scores)
    {
        double most = scores.Max();
        double[] powers = [.. scores.Select(score => PortableMath.Exp(score - most))];
        double sum = OrderedSum.Of(powers);
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>Mean cross-entropy and accuracy.</summary>
    /// <param name="scores">One row an item.</param>
    /// <param name="classes">True classes.</param>
    public static Score Of(float[][] scores, int[] classes)
    {
        double loss = OrderedSum.Mean([.. scores.Select((row, i) => CrossEntropy(row, classes[i]))]);
        int right = scores.Where((row, i) => Best(row) == classes[i]).Count();
        return new Score(loss, (double)right / classes.Length);
    }

    private static double CrossEntropy(float[] scores, int truth)
    {
        double most = scores.Max();
        double sum = OrderedSum.Of([.. scores.Select(score => PortableMath.Exp(score - most))]);
        return most + PortableMath.Log(sum) - scores[truth];
    }
}
