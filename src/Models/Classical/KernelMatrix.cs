using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Models.Classical;

/// <summary>Kernel values between the rows of two matrices.</summary>
internal static class KernelMatrix
{
    /// <summary>K[i,j] = k(a[i], b[j]), shape [rows of a, rows of b].</summary>
    public static Matrix Of(Matrix a, Matrix b, SvmKernel kernel, double gamma)
    {
        var products = new double[a.Rows * b.Rows];
        Gemm.Accumulate<double>(a.Rows, b.Rows, a.Columns, a.Values, b.Transpose().Values, products);
        var result = new Matrix(a.Rows, b.Rows);
        double[] aSquares = Squares(a);
        double[] bSquares = Squares(b);
        ParallelLoop.For(
            a.Rows,
            i =>
            {
                for (int j = 0; j < b.Rows; j++)
                {
                    double product = products[(i * b.Rows) + j];
                    double distance = Math.Max(0, aSquares[i] + bSquares[j] - (2 * product));
                    result[i, j] = kernel == SvmKernel.Linear ? product : PortableMath.Exp(-gamma * distance);
                }
            }
        );
        return result;
    }

    /// <summary>scikit-learn's γ 'scale': 1/(features·variance of all values); 1 where they are all the same.</summary>
    public static double Scale(Matrix rows)
    {
        double variance = OrderedSum.Variance(rows.Values, 0);
        return variance > 0 ? 1 / (rows.Columns * variance) : 1;
    }

    private static double[] Squares(Matrix rows) =>
        [.. Enumerable.Range(0, rows.Rows).Select(i => OrderedSum.Dot(rows.Row(i), rows.Row(i)))];
}
