using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Support vector regression with an ε-insensitive loss.</summary>
/// <remarks>
/// f(x) = Σ(α[i] − α*[i])·k(x[i], x) + b minimises ½|w|² + C·Σmax(0, |y − f(x)| − ε). Source: Vapnik (1995), ch. 6; solved as Chang and
/// Lin (2011), ACM TIST 2(3), section 4.1.4, do. Oracle: scikit-learn's SVR, predictions within 1e-5 (libsvm keeps
/// its kernel in single precision).
/// </remarks>
public sealed class SupportVectorRegression : IRegressor
{
    private readonly Matrix _support;
    private readonly double[] _coefficients;
    private readonly double _bias;
    private readonly SvmKernel _kernel;

    private SupportVectorRegression(Matrix support, double[] coefficients, double bias, SvmKernel kernel, double gamma) =>
        (_support, _coefficients, _bias, _kernel, Gamma) = (support, coefficients, bias, kernel, gamma);

    /// <summary>The rbf kernel's γ in force.</summary>
    public double Gamma { get; }

    /// <summary>Rows at or beyond the edge of the tube, on which predictions rest.</summary>
    public int SupportVectors => _coefficients.Length;

    /// <param name="rows">Shape [rows, features].</param>
    /// <param name="targets">Shape [rows].</param>
    /// <exception cref="ResearchException">ε is negative, C or the tolerance is not above 0, a value is not finite, the lengths differ, or there are fewer than two rows.</exception>
    public static SupportVectorRegression Fit(Matrix rows, double[] targets, SvrSettings settings)
    {
        RegressionRows.Check(rows, targets);
        settings.Check();
        double gamma = settings.Svm.Gamma ?? KernelMatrix.Scale(rows);
        (double[] coefficients, double bias) = Solve(Kernel(rows, settings.Svm.Kernel, gamma), targets, settings);
        int[] support = [.. Enumerable.Range(0, rows.Rows).Where(i => coefficients[i] != 0)];
        return new(rows.Take(support), [.. support.Select(i => coefficients[i])], bias, settings.Svm.Kernel, gamma);
    }

    public double[] Predict(Matrix rows)
    {
        Matrix kernel = KernelMatrix.Of(rows, _support, _kernel, Gamma);
        return [.. Enumerable.Range(0, rows.Rows).Select(i => _bias + OrderedSum.Dot(kernel.Row(i), _coefficients))];
    }

    // Variables α, then α*: α[i] raises the function at row i at the price ε − y[i], α*[i] lowers it at the price ε + y[i].
    private static (double[] Coefficients, double Bias) Solve(double[,] kernel, double[] targets, SvrSettings settings)
    {
        int n = targets.Length;
        double[] sign = [.. Enumerable.Repeat(1.0, n), .. Enumerable.Repeat(-1.0, n)];
        double[] linear = [.. targets.Select(y => settings.Epsilon - y), .. targets.Select(y => settings.Epsilon + y)];
        (double[] both, double bias) = Smo.Solve(kernel, sign, linear, settings.Svm.C, settings.Svm.Tolerance);
        return ([.. Enumerable.Range(0, n).Select(i => both[i] + both[n + i])], bias);
    }

    private static double[,] Kernel(Matrix rows, SvmKernel kernel, double gamma)
    {
        Matrix values = KernelMatrix.Of(rows, rows, kernel, gamma);
        var result = new double[rows.Rows, rows.Rows];
        for (int i = 0; i < rows.Rows; i++)
        {
            for (int j = 0; j < rows.Rows; j++)
            {
                result[i, j] = values[i, j];
            }
        }

        return result;
    }
}
