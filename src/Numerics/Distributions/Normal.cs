namespace Research.Numerics.Distributions;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Φ by the Taylor series (DLMF 7.6.2) near the centre and the continued fraction (DLMF 7.9.3) in the tails; quantiles by bisection. Oracle: scipy, probabilities 1e-12, quantiles 1e-10.</remarks>
public static class Normal
{
    private const double InverseSqrtTwoPi = 0.3989422804014327;

    /// <summary>P(Z ≤ z).</summary>
    public static double Cdf(double z)
    {
        double magnitude = Math.Abs(z);
        double upper = magnitude < 3 ? 0.5 - Series(magnitude) : Tail(magnitude);
        return z > 0 ? 1 - upper : upper;
    }

    /// <summary>The z with P(Z ≤ z) = p, 0 &lt; p &lt; 1.</summary>
    public static double Quantile(double p)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile needs a probability between 0 and 1.");
        }

        double tail = Math.Min(p, 1 - p);
        (double low, double high) = (0, 40);
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high)
            {
                return p < 0.5 ? -high
                    : p > 0.5 ? high
                    : 0;
            }

            (low, high) = Cdf(-middle) > tail ? (middle, high) : (low, middle);
        }
    }

    // Φ(z) − 1/2 = φ(z)·Σ z^(2n+1)/(1·3·…·(2n+1)).
    private static double Series(double z)
    {
        double term = z;
        double sum = z;
        for (int n = 1; Math.Abs(term) > 1e-18; n++)
        {
            term *= z * z / ((2 * n) + 1);
            sum += term;
        }

        return InverseSqrtTwoPi * PortableMath.Exp(-0.5 * z * z) * sum;
    }

    // 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + 3/(z + …)))).
    private static double Tail(double z)
    {
        double fraction = z;
        for (int n = 120; n >= 1; n--)
        {
            fraction = z + (n / fraction);
        }

        return InverseSqrtTwoPi * PortableMath.Exp(-0.5 * z * z) / fraction;
    }
}
