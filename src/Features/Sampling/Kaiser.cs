namespace Research.Features.Sampling;

/// <summary>Kaiser's window: I₀(β√(1 − x²))/I₀(β).</summary>
/// <remarks>Source: Kaiser (1974), Proc. IEEE ISCAS; I₀ by its power series (Abramowitz and Stegun, 9.6.12), all terms positive. Oracle: scipy, through golden rate_change.</remarks>
public static class Kaiser
{
    /// <param name="x">Place from the middle, −1 to 1.</param>
    public static double At(double x, double beta) => Bessel(beta * Math.Sqrt(Math.Max(0, 1 - (x * x)))) / Bessel(beta);

    private static double Bessel(double x)
    {
        double quarter = 0.25 * x * x;
        (double sum, double term) = (1, 1);
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= quarter / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
