namespace Research.Numerics.LinearAlgebra;

/// <summary>The lower triangle L with L·Lᵀ = A, for a symmetric positive definite A.</summary>
public static class Cholesky
{
    /// <summary>Factors A in place of a copy; shape [n, n].</summary>
    /// <exception cref="ArgumentException">A pivot is not above 0: A is not positive definite.</exception>
    public static Matrix Factor(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        var factor = new Matrix(a.Rows, a.Rows);
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j ? Pivot(rest, i) : rest / factor[j, j];
            }
        }

        return factor;
    }

    /// <summary>The inverse of a lower triangle.</summary>
    public static Matrix InverseOfTriangle(Matrix lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        int n = lower.Rows;
        var inverse = new Matrix(n, n);
        for (int column = 0; column < n; column++)
        {
            for (int i = column; i < n; i++)
            {
                double rest = i == column ? 1 : 0;
                for (int k = column; k < i; k++)
                {
                    rest -= lower[i, k] * inverse[k, column];
                }

                inverse[i, column] = rest / lower[i, i];
            }
        }

        return inverse;
    }

    /// <summary>x with L·Lᵀ·x = b, by forward and back substitution.</summary>
    /// <param name="lower">L, shape [n, n].</param>
    /// <param name="b">Shape [n].</param>
    public static double[] Solve(Matrix lower, ReadOnlySpan<double> b)
    {
        ArgumentNullException.ThrowIfNull(lower);
        double[] x = b.ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= lower[i, k] * x[k];
            }

            x[i] /= lower[i, i];
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < x.Length; k++)
            {
                x[i] -= lower[k, i] * x[k];
            }

            x[i] /= lower[i, i];
        }

        return x;
    }

    private static double Pivot(double square, int row) =>
        square > 0
            ? Math.Sqrt(square)
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"The matrix is not positive definite: pivot {row} is {square}. Raise the added variance or give more data."
                )
            );
}
