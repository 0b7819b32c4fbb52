using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>Steps become slopes: a weighted mean over a stretch on either side, so sounds reach into their neighbours and short ones fall short.</summary>
internal static class Smoothing
{
    private const double TwoPi = 6.283185307179586;

    /// <param name="width">Steps under the raised cosine; the ends hold.</param>
    public static double[] Over(double[] steps, int width)
    {
        double[] weights = [.. Enumerable.Range(0, width).Select(k => 0.5 - (0.5 * PortableMath.Cos(TwoPi * (k + 0.5) / width)))];
        double whole = OrderedSum.Of(weights);
        var smooth = new double[steps.Length];
        for (int t = 0; t < steps.Length; t++)
        {
            double sum = 0;
            for (int k = 0; k < width; k++)
            {
                sum += weights[k] * steps[Math.Clamp(t + k - (width / 2), 0, steps.Length - 1)];
            }

            smooth[t] = sum / whole;
        }

        return smooth;
    }
}
