namespace Research.Numerics.Distributions;

/// <summary>Student's t distribution.</summary>
/// <remarks>P(T ≤ t) by the incomplete beta function (NIST DLMF 8.17); quantiles by bisection of it. Oracle: scipy, 1e-10 relative.</remarks>
public static class StudentT
{
    /// <summary>P(T ≤ t).</summary>
    public static double Cdf(double t, double degrees)
    {
        double tail = 0.5 * IncompleteBeta.Of(degrees / 2, 0.5, degrees / (degrees + (t * t)));
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>The t with P(T ≤ t) = p, 0 &lt; p &lt; 1.</summary>
    public static double Quantile(double p, double degrees)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile needs a probability between 0 and 1.");
        }

        return p < 0.5 ? -Upper(p, degrees)
            : p > 0.5 ? Upper(1 - p, degrees)
            : 0;
    }

    // The t with P(T > t) = tail < 1/2. P(T > t) = I_z(ν/2, 1/2)/2 with z = ν/(ν + t²), which is bisected.
    private static double Upper(double tail, double degrees)
    {
        double low = 0;
        double high = 1;
        while (TailAbove(high, degrees) > tail)
        {
            high *= 2;
        }

        for (int i = 0; i < 200 && low < high; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = TailAbove(middle, degrees) > tail ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double TailAbove(double t, double degrees) =>
        0.5 * IncompleteBeta.Of(degrees / 2, 0.5, degrees / (degrees + (t * t)));
}
