namespace Research.Features.Voice;

/// <summary>The highest point of a sinc-interpolated signal between two places: Brent's search without derivatives.</summary>
/// <remarks>Source: Brent (1973), "Algorithms for minimization without derivatives", ch. 5: parabolas through three points, golden sections where they fail.</remarks>
internal static class GoldenSearch
{
    private const double Section = 0.3819660112501051; // (3 − √5)/2
    private const double Tolerance = 1e-10;
    private const int MostSteps = 60;

    public static double Highest(ReadOnlySpan<double> y, double a, double b, int depth)
    {
        double x = a + (Section * (b - a));
        (double w, double v) = (x, x);
        double fx = -Sinc.At(y, x, depth);
        (double fw, double fv) = (fx, fx);
        (double step, double last) = (0, 0);
        for (int i = 0; i < MostSteps; i++)
        {
            double middle = 0.5 * (a + b);
            double near = (1.5e-8 * Math.Abs(x)) + (Tolerance / 3);
            if (Math.Abs(x - middle) <= (2 * near) - (0.5 * (b - a)))
            {
                break;
            }

            (step, last) = Step(a, b, x, w, v, fx, fw, fv, near, step, last);
            double u = Math.Abs(step) >= near ? x + step : x + (step > 0 ? near : -near);
            double fu = -Sinc.At(y, u, depth);
            if (fu <= fx)
            {
                (a, b) = u >= x ? (x, b) : (a, x);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
                continue;
            }

            (a, b) = u < x ? (u, b) : (a, u);
            if (fu <= fw || w == x)
            {
                (v, fv, w, fw) = (w, fw, u, fu);
            }
            else if (fu <= fv || v == x || v == w)
            {
                (v, fv) = (u, fu);
            }
        }

        return x;
    }

    // The parabola's step where it stays inside and shrinks fast enough; else a golden section of the longer side.
    private static (double Step, double Last) Step(
        double a,
        double b,
        double x,
        double w,
        double v,
        double fx,
        double fw,
        double fv,
        double near,
        double step,
        double last
    )
    {
        if (Math.Abs(last) > near)
        {
            double r = (x - w) * (fx - fv);
            double q = (x - v) * (fx - fw);
            double p = ((x - v) * q) - ((x - w) * r);
            q = 2 * (q - r);
            (p, q) = q > 0 ? (-p, q) : (p, -q);
            if (Math.Abs(p) < Math.Abs(0.5 * q * last) && p > q * (a - x) && p < q * (b - x))
            {
                double parabola = p / q;
                bool edge = x + parabola - a < 2 * near || b - x - parabola < 2 * near;
                return (edge ? (x < 0.5 * (a + b) ? near : -near) : parabola, step);
            }
        }

        double side = x < 0.5 * (a + b) ? b - x : a - x;
        return (Section * side, side);
    }
}
