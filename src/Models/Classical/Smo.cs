using System.Runtime.InteropServices;

namespace Research.Models.Classical;

/// <summary>Sequential minimal optimisation of the dual problem of support vector classification and regression.</summary>
/// <remarks>
/// min ½αᵀQα + pᵀα, 0 ≤ α ≤ C, yᵀα = 0, Q[i,j] = y[i]y[j]K[i,j] (Platt, 1998); p = −e for classification. The working pair is chosen by
/// second-order information: Fan, Chen and Lin (2005), JMLR 6. Oracle: libsvm through scikit-learn.
/// </remarks>
internal sealed class Smo
{
    private const double SmallestCurvature = 1e-12;
    private readonly double[,] _kernel;
    private readonly int _rows;
    private readonly double[] _sign;
    private readonly double _c;
    private readonly double[] _diagonal;
    private readonly double[] _alpha;
    private readonly double[] _gradient;

    private Smo(double[,] kernel, double[] sign, double[] linear, double c)
    {
        (_kernel, _rows, _sign, _c) = (kernel, kernel.GetLength(0), sign, c);
        _diagonal = [.. Enumerable.Range(0, sign.Length).Select(t => kernel[Row(t), Row(t)])];
        (_alpha, _gradient) = (new double[sign.Length], [.. linear]);
    }

    /// <summary>Solves classification; the decision is Σ y·α·k(x) + Bias.</summary>
    /// <param name="kernel">Shape [n, n].</param>
    /// <param name="sign">+1 or −1 a row.</param>
    public static (double[] Coefficients, double Bias) Solve(double[,] kernel, double[] sign, double c, double tolerance)
    {
        var linear = new double[sign.Length];
        Array.Fill(linear, -1);
        return Solve(kernel, sign, linear, c, tolerance);
    }

    /// <summary>Solves any problem of this form.</summary>
    /// <param name="kernel">Shape [n, n].</param>
    /// <param name="sign">+1 or −1 a variable; of 2n variables, i and n + i share row i of the kernel.</param>
    /// <param name="linear">p, one a variable.</param>
    public static (double[] Coefficients, double Bias) Solve(
        double[,] kernel,
        double[] sign,
        double[] linear,
        double c,
        double tolerance
    )
    {
        var problem = new Smo(kernel, sign, linear, c);
        int limit = Math.Max(10_000_000, 100 * sign.Length);
        for (int i = 0; i < limit && problem.Choose(tolerance) is { } pair; i++)
        {
            problem.Step(pair.I, pair.J);
        }

        return ([.. problem._alpha.Select((alpha, i) => alpha * sign[i])], problem.Bias());
    }

    private int Row(int variable) => variable < _rows ? variable : variable - _rows;

    private ReadOnlySpan<double> KernelOf(int variable) => MemoryMarshal.CreateReadOnlySpan(ref _kernel[Row(variable), 0], _rows);

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

        ReadOnlySpan<double> kernel = KernelOf(first);
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
            double decrease = gap > 0 ? -(gap * gap) / Curvature(first, t, kernel[Row(t)]) : double.PositiveInfinity;
            (second, best) = decrease <= best && gap > 0 ? (t, decrease) : (second, best);
        }

        return second < 0 || largest - smallest < tolerance ? null : (first, second);
    }

    private double Curvature(int i, int j, double product) =>
        Math.Max(SmallestCurvature, _diagonal[i] + _diagonal[j] - (2 * product));

    // Moves along y[i]·e[i] − y[j]·e[j], which keeps yᵀα, as far as the box allows.
    private void Step(int i, int j)
    {
        double gap = (-_sign[i] * _gradient[i]) + (_sign[j] * _gradient[j]);
        double length = gap / Curvature(i, j, KernelOf(i)[Row(j)]);
        length = Math.Min(length, _sign[i] > 0 ? _c - _alpha[i] : _alpha[i]);
        length = Math.Min(length, _sign[j] > 0 ? _alpha[j] : _c - _alpha[j]);
        double oldI = _alpha[i];
        double oldJ = _alpha[j];
        _alpha[i] = Math.Clamp(oldI + (_sign[i] * length), 0, _c);
        _alpha[j] = Math.Clamp(oldJ - (_sign[j] * length), 0, _c);
        double changeI = (_alpha[i] - oldI) * _sign[i];
        double changeJ = (_alpha[j] - oldJ) * _sign[j];
        for (int start = 0; start < _alpha.Length; start += _rows)
        {
            UpdateGradient(start, KernelOf(i), KernelOf(j), changeI, changeJ);
        }
    }

    // Of the variables that share the rows of the kernel in this order.
    private void UpdateGradient(int start, ReadOnlySpan<double> i, ReadOnlySpan<double> j, double changeI, double changeJ)
    {
        Span<double> gradient = _gradient.AsSpan(start, i.Length);
        ReadOnlySpan<double> sign = _sign.AsSpan(start, i.Length);
        for (int t = 0; t < i.Length; t++)
        {
            gradient[t] += sign[t] * ((i[t] * changeI) + (j[t] * changeJ));
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
