namespace Research.Models.Classical;

/// <summary>Sequential minimal optimisation of a two-class support vector machine's dual problem.</summary>
/// <remarks>
/// min ½αᵀQα − eᵀα, 0 ≤ α ≤ C, yᵀα = 0, Q[i,j] = y[i]y[j]K[i,j] (Platt, 1998). The working pair is chosen by second-order
/// information: Fan, Chen and Lin (2005), JMLR 6. Oracle: libsvm through scikit-learn.
/// </remarks>
internal sealed class Smo
{
    private const double SmallestCurvature = 1e-12;
    private readonly double[,] _kernel;
    private readonly double[] _sign;
    private readonly double _c;
    private readonly double[] _alpha;
    private readonly double[] _gradient;

    private Smo(double[,] kernel, double[] sign, double c)
    {
        (_kernel, _sign, _c) = (kernel, sign, c);
        (_alpha, _gradient) = (new double[sign.Length], new double[sign.Length]);
        Array.Fill(_gradient, -1);
    }

    /// <summary>Solves; the decision is Σ y·α·k(x) + Bias.</summary>
    /// <param name="kernel">Shape [n, n].</param>
    /// <param name="sign">+1 or −1 a row.</param>
    public static (double[] Coefficients, double Bias) Solve(double[,] kernel, double[] sign, double c, double tolerance)
    {
        var problem = new Smo(kernel, sign, c);
        int limit = Math.Max(10_000_000, 100 * sign.Length);
        for (int i = 0; i < limit && problem.Choose(tolerance) is { } pair; i++)
        {
            problem.Step(pair.I, pair.J);
        }

        return ([.. problem._alpha.Select((alpha, i) => alpha * sign[i])], problem.Bias());
    }

    private bool CanGrow(int i) => _sign[i] > 0 ? _alpha[i] < _c : _alpha[i] > 0;

    private bool CanShrink(int i) => _sign[i] > 0 ? _alpha[i] > 0 : _alpha[i] < _c;

    // The most violating i, and the j that promises the largest decrease; null at the optimum.
    private (int I, int J)? Choose(double tolerance)
    {
        (int first, double largest) = (-1, double.NegativeInfinity);
        for (int t = 0; t < _alpha.Length; t++)
        {
            double violation = -_sign[t] * _gradient[t];
            (first, largest) = CanGrow(t) && violation >= largest ? (t, violation) : (first, largest);
        }

        if (first < 0)
        {
            return null;
        }

        (int second, double best, double smallest) = (-1, double.PositiveInfinity, double.PositiveInfinity);
        for (int t = 0; t < _alpha.Length; t++)
        {
            if (!CanShrink(t))
            {
                continue;
            }

            double violation = -_sign[t] * _gradient[t];
            smallest = Math.Min(smallest, violation);
            double gap = largest - violation;
            double decrease = gap > 0 ? -(gap * gap) / Curvature(first, t) : double.PositiveInfinity;
            (second, best) = decrease <= best && gap > 0 ? (t, decrease) : (second, best);
        }

        return second < 0 || largest - smallest < tolerance ? null : (first, second);
    }

    private double Curvature(int i, int j) => Math.Max(SmallestCurvature, _kernel[i, i] + _kernel[j, j] - (2 * _kernel[i, j]));

    // Moves along y[i]·e[i] − y[j]·e[j], which keeps yᵀα, as far as the box allows.
    private void Step(int i, int j)
    {
        double gap = (-_sign[i] * _gradient[i]) + (_sign[j] * _gradient[j]);
        double length = gap / Curvature(i, j);
        length = Math.Min(length, _sign[i] > 0 ? _c - _alpha[i] : _alpha[i]);
        length = Math.Min(length, _sign[j] > 0 ? _alpha[j] : _c - _alpha[j]);
        double oldI = _alpha[i];
        double oldJ = _alpha[j];
        _alpha[i] = Math.Clamp(oldI + (_sign[i] * length), 0, _c);
        _alpha[j] = Math.Clamp(oldJ - (_sign[j] * length), 0, _c);
        double changeI = (_alpha[i] - oldI) * _sign[i];
        double changeJ = (_alpha[j] - oldJ) * _sign[j];
        for (int t = 0; t < _alpha.Length; t++)
        {
            _gradient[t] += _sign[t] * ((_kernel[i, t] * changeI) + (_kernel[j, t] * changeJ));
        }
    }

    // Mean over the free vectors; the middle of the allowed range where there is none.
    private double Bias()
    {
        (double sum, int free) = (0, 0);
        (double low, double high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int t = 0; t < _alpha.Length; t++)
        {
            double value = -_sign[t] * _gradient[t];
            if (_alpha[t] > 0 && _alpha[t] < _c)
            {
                sum += value;
                free++;
            }
            else if (CanGrow(t))
            {
                low = Math.Max(low, value);
            }
            else
            {
                high = Math.Min(high, value);
            }
        }

        return free > 0 ? sum / free : (low + high) / 2;
    }
}
