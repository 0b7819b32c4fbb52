namespace Research.Features.Voice;

/// <summary>Linear prediction by Burg's method: x[n] ≈ Σ a[k]·x[n − k].</summary>
/// <remarks>
/// Each step chooses the reflection coefficient that makes forward and backward errors smallest together, so the predictor is stable.
/// Source: Burg (1975), "Maximum entropy spectral analysis", Stanford; Andersen (1974), Proc. IEEE 62. Oracle: Praat, through formants.
/// </remarks>
public static class BurgPredictor
{
    /// <returns>a[1] … a[order]; zeros where the signal is silent.</returns>
    public static double[] Of(ReadOnlySpan<double> signal, int order)
    {
        double[] forward = signal[1..].ToArray();
        double[] backward = signal[..^1].ToArray();
        double[] predictor = [];
        for (int k = 0; k < order; k++)
        {
            double reflection = Reflection(forward, backward, signal.Length - 1 - k);
            predictor = Extended(predictor, reflection);
            Filter(forward, backward, signal.Length - 1 - k, reflection);
        }

        return predictor;
    }

    private static double Reflection(double[] forward, double[] backward, int count)
    {
        (double products, double squares) = (0, 0);
        for (int n = 0; n < count; n++)
        {
            products += forward[n] * backward[n];
            squares += (forward[n] * forward[n]) + (backward[n] * backward[n]);
        }

        return squares > 0 ? 2 * products / squares : 0;
    }

    // Levinson's recursion.
    private static double[] Extended(double[] predictor, double reflection)
    {
        var longer = new double[predictor.Length + 1];
        for (int j = 0; j < predictor.Length; j++)
        {
            longer[j] = predictor[j] - (reflection * predictor[predictor.Length - 1 - j]);
        }

        longer[^1] = reflection;
        return longer;
    }

    // Both errors of the next order; the forward ones move on by one sample.
    private static void Filter(double[] forward, double[] backward, int count, double reflection)
    {
        for (int n = 0; n < count - 1; n++)
        {
            double ahead = forward[n + 1] - (reflection * backward[n + 1]);
            backward[n] -= reflection * forward[n];
            forward[n] = ahead;
        }
    }
}
