namespace Research.Numerics.Distributions;

/// <summary>Logarithm of the gamma function for positive arguments.</summary>
/// <remarks>Stirling's series with the argument shifted above 12 by the recurrence (NIST DLMF 5.11.1, 5.5.1). Oracle: scipy, 1e-13.</remarks>
public static class LogGamma
{
    private const double HalfLogTwoPi = 0.9189385332046728;

    /// <summary>log Γ(x), x &gt; 0.</summary>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        double product = 1;
        while (x < 12)
        {
            product *= x;
            x++;
        }

        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = -691.0 / 360360;
        series = (series * square) + (1.0 / 1188);
        series = (series * square) - (1.0 / 1680);
        series = (series * square) + (1.0 / 1260);
        series = (series * square) - (1.0 / 360);
        series = (series * square) + (1.0 / 12);
        return ((x - 0.5) * PortableMath.Log(x)) - x + HalfLogTwoPi + (series * inverse) - PortableMath.Log(product);
    }
}
