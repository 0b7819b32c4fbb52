namespace Research.Numerics.Polynomials;

/// <summary>All complex roots of a real polynomial, at once.</summary>
/// <remarks>
/// Aberth's iteration (Aberth, 1973, "Iteration methods for finding all zeros of a polynomial simultaneously", Math. Comp. 27):
/// Newton's step of each root, corrected for the pull of the others. Multiply, add and divide alone, so the same bits everywhere.
/// Oracle: numpy.roots, 1e-9 for well separated roots.
/// </remarks>
public static class PolynomialRoots
{
    private const int MostSteps = 200;
    private const double Precision = 1e-28; // squared length of a step, relative
    private const double TwoPi = 6.283185307179586;

    /// <summary>The roots of z^m + c[0]·z^(m−1) + … + c[m−1], in no particular order.</summary>
    /// <param name="coefficients">The m coefficients below the leading 1.</param>
    /// <returns>Real and imaginary parts; shape [m] each.</returns>
    public static (double[] Re, double[] Im) OfMonic(ReadOnlySpan<double> coefficients)
    {
        int degree = coefficients.Length;
        (double[] re, double[] im) = Start(degree);
        for (int step = 0; step < MostSteps; step++)
        {
            bool moved = false;
            for (int r = 0; r < degree; r++)
            {
                moved |= Move(coefficients, re, im, r);
            }

            if (!moved)
            {
                break;
            }
        }

        return (re, im);
    }

    // On a circle, turned so that no start lies on the real axis, about which the roots lie in pairs.
    private static (double[] Re, double[] Im) Start(int degree)
    {
        (var re, var im) = (new double[degree], new double[degree]);
        for (int r = 0; r < degree; r++)
        {
            double angle = (TwoPi * (r + 0.25) / degree) + 0.1;
            (re[r], im[r]) = (0.9 * PortableMath.Cos(angle), 0.9 * PortableMath.Sin(angle));
        }

        return (re, im);
    }

    private static bool Move(ReadOnlySpan<double> c, double[] re, double[] im, int r)
    {
        (double x, double y) = (re[r], im[r]);
        (double pr, double pi, double dr, double di) = Horner(c, x, y);
        (double newtonR, double newtonI) = Divide(pr, pi, dr, di);
        (double pullR, double pullI) = (0, 0);
        for (int s = 0; s < re.Length; s++)
        {
            if (s != r)
            {
                (double qr, double qi) = Divide(1, 0, x - re[s], y - im[s]);
                (pullR, pullI) = (pullR + qr, pullI + qi);
            }
        }

        double belowR = 1 - ((newtonR * pullR) - (newtonI * pullI));
        double belowI = -((newtonR * pullI) + (newtonI * pullR));
        (double stepR, double stepI) = Divide(newtonR, newtonI, belowR, belowI);
        (re[r], im[r]) = (x - stepR, y - stepI);
        return (stepR * stepR) + (stepI * stepI) > Precision * ((x * x) + (y * y));
    }

    // The polynomial and its derivative at x + iy.
    private static (double Pr, double Pi, double Dr, double Di) Horner(ReadOnlySpan<double> c, double x, double y)
    {
        (double pr, double pi, double dr, double di) = (1, 0, 0, 0);
        foreach (double coefficient in c)
        {
            (dr, di) = ((dr * x) - (di * y) + pr, (dr * y) + (di * x) + pi);
            (pr, pi) = ((pr * x) - (pi * y) + coefficient, (pr * y) + (pi * x));
        }

        return (pr, pi, dr, di);
    }

    // A divisor of nothing leaves the root where it is.
    private static (double Re, double Im) Divide(double ar, double ai, double br, double bi)
    {
        double size = (br * br) + (bi * bi);
        return size == 0 ? (0, 0) : (((ar * br) + (ai * bi)) / size, ((ai * br) - (ar * bi)) / size);
    }
}
