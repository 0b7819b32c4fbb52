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

    private static double Pivot(double square, int row) =>
        square > 0
            ? Math.Sqrt(square)
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"The matrix is not positive definite: pivot {row} is {square}. Raise the added variance or give more data."
                )
            );
}
