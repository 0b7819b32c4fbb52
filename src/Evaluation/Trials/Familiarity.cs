using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>How like those of the training a recording is, by what the model itself computes; higher is more.</summary>
public static class Familiarity
{
    private const string Prefix = "familiarity ";

    /// <summary>Under which name a trial keeps the values of a part's items.</summary>
    public static string NameOf(string part) => Prefix + part;

    /// <summary>Of a part's items; null where the trial did not keep them.</summary>
    public static IReadOnlyList<double>? Of(TrialResult result, string part) => result.Numbers.GetValueOrDefault(NameOf(part));

    /// <summary>Hidden Markov models: the log-likelihood a frame that the best class gives.</summary>
    public static double OfHmms(double[] logProbabilities, int frames) => logProbabilities.Max() / frames;

    /// <summary>Networks: log Σ e^score, minus the energy.</summary>
    /// <remarks>Source: Liu, Wang, Owens and Li (2020), "Energy-based out-of-distribution detection", NeurIPS.</remarks>
    public static double OfScores(float[] scores)
    {
        double most = scores.Max();
        return most + PortableMath.Log(OrderedSum.Of([.. scores.Select(score => PortableMath.Exp(score - most))]));
    }

    /// <summary>Vectors: minus the mean square of the standardised values, which is 1 in the training on average.</summary>
    public static double OfStandardised(ReadOnlySpan<double> values) => -OrderedSum.Dot(values, values) / values.Length;
}
