using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Shares proportional to e^score, shifted by the largest so that nothing overflows.</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by shares; returns log Σ e^score.</summary>
    public static double InPlace(Span<double> scores)
    {
        double largest = scores[Argmax.Of(scores)];
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = PortableMath.Exp(scores[i] - largest);
            sum += scores[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }

        return largest + PortableMath.Log(sum);
    }
}
