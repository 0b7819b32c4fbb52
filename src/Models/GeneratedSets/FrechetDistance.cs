using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Research.Numerics;
using Matrix = Research.Numerics.Matrix;

namespace Research.Models.GeneratedSets;

/// <summary>Fréchet distance of two sets of feature vectors, each taken as normally distributed: 0 for equal means and covariances.</summary>
/// <remarks>
/// d² = |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½), covariances divided by items − 1; the trace of the root is Σ√λ(Σ₁^½ Σ₂ Σ₁^½), symmetric and so without the complex
/// numbers of a general root (MathNet's managed eigenvalues, in double; singular values of the centred items' products where a set has fewer items than dimensions, which is the same). With fewer items than dimensions the covariances are singular, which is no obstacle, but
/// the distance is then larger than that of larger sets: compare only sets of equal sizes. Source: Heusel et al. (2017), "GANs trained by a two time-scale update rule", section 2 (there
/// on Inception's features: the 'FID'). Oracle: scipy's sqrtm, 1e-8.
/// </remarks>
public static class FrechetDistance
{
    /// <summary>The squared distance d², as is usual.</summary>
    /// <param name="first">Shape [items, dimensions], at least two items.</param>
    /// <param name="second">Shape [other items, dimensions].</param>
    /// <exception cref="ArgumentException">Dimensions differ, a set has fewer than two items, or a value is not finite.</exception>
    public static double Of(Matrix first, Matrix second)
    {
        FeatureSets.Check(first, second, fewest: 2);
        Control.UseManaged(); // one implementation on every machine
        Control.UseSingleThread();
        return Math.Min(first.Rows, second.Rows) < first.Columns ? OfFew(first, second) : OfMany(first, second);
    }

    private static double OfMany(Matrix first, Matrix second)
    {
        (double[] meanOne, Matrix one) = Moments(first);
        (double[] meanTwo, Matrix two) = Moments(second);
        double traces = Trace(one) + Trace(two);
        return Between(meanOne, meanTwo) + Math.Max(0, traces - (2 * TraceOfRoot(one, two)));
    }

    // With C₁ᵀC₁ and C₂ᵀC₂ for the covariances, tr((Σ₁Σ₂)^½) is the sum of the singular values of C₁C₂ᵀ, which is as small as the sets.
    private static double OfFew(Matrix first, Matrix second)
    {
        (double[] meanOne, Matrix one) = Centred(first);
        (double[] meanTwo, Matrix two) = Centred(second);
        double traces = Squares(one) + Squares(two);
        Matrix between = Product(one, two.Transpose());
        double root = OrderedSum.Of([
            .. Matrix<double>.Build.Dense(between.Rows, between.Columns, (i, j) => between[i, j]).Svd(computeVectors: false).S,
        ]);
        return Between(meanOne, meanTwo) + Math.Max(0, traces - (2 * root));
    }

    private static double Between(double[] meanOne, double[] meanTwo) =>
        OrderedSum.Of([.. meanOne.Zip(meanTwo, (a, b) => (a - b) * (a - b))]);

    // Items less their mean, divided by the root of items − 1.
    private static (double[] Mean, Matrix Rows) Centred(Matrix rows)
    {
        double[] mean = [.. Enumerable.Range(0, rows.Columns).Select(d => OrderedSum.Mean(rows.Column(d)))];
        double scale = Math.Sqrt(rows.Rows - 1);
        return (
            mean,
            Matrix.OfRows([
                .. Enumerable.Range(0, rows.Rows).Select(i => mean.Select((m, d) => (rows[i, d] - m) / scale).ToArray()),
            ])
        );
    }

    private static double Squares(Matrix rows) => OrderedSum.Of([.. rows.Values.ToArray().Select(value => value * value)]);

    private static (double[] Mean, Matrix Covariance) Moments(Matrix rows)
    {
        double[] mean = [.. Enumerable.Range(0, rows.Columns).Select(d => OrderedSum.Mean(rows.Column(d)))];
        double[][] centred = [.. mean.Select((m, d) => rows.Column(d).Select(value => value - m).ToArray())];
        var covariance = new Matrix(rows.Columns, rows.Columns);
        ParallelLoop.For(
            rows.Columns,
            i =>
            {
                for (int j = 0; j <= i; j++)
                {
                    covariance[i, j] = covariance[j, i] = OrderedSum.Dot(centred[i], centred[j]) / (rows.Rows - 1);
                }
            }
        );
        return (mean, covariance);
    }

    private static double TraceOfRoot(Matrix one, Matrix two)
    {
        Matrix root = Root(one);
        (_, double[] values) = Eigen(Product(Product(root, two), root));
        return OrderedSum.Of([.. values.Select(value => Math.Sqrt(Math.Max(0, value)))]);
    }

    // V·√λ·Vᵀ; rounding may leave eigenvalues of 0 a little below.
    private static Matrix Root(Matrix symmetric)
    {
        (Matrix vectors, double[] values) = Eigen(symmetric);
        var scaled = new Matrix(vectors.Rows, vectors.Columns);
        for (int i = 0; i < vectors.Rows; i++)
        {
            for (int k = 0; k < vectors.Columns; k++)
            {
                scaled[i, k] = vectors[i, k] * Math.Sqrt(Math.Max(0, values[k]));
            }
        }

        return Product(scaled, vectors.Transpose());
    }

    private static (Matrix Vectors, double[] Values) Eigen(Matrix m)
    {
        int n = m.Rows;
        var symmetric = Matrix<double>.Build.Dense(n, n, (i, j) => (m[i, j] + m[j, i]) / 2);
        var found = symmetric.Evd(Symmetricity.Symmetric);
        var vectors = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                vectors[i, k] = found.EigenVectors[i, k];
            }
        }

        return (vectors, [.. Enumerable.Range(0, n).Select(i => found.D[i, i])]);
    }

    private static Matrix Product(Matrix a, Matrix b)
    {
        Matrix columns = b.Transpose();
        var product = new Matrix(a.Rows, b.Columns);
        ParallelLoop.For(
            a.Rows,
            i =>
            {
                for (int j = 0; j < b.Columns; j++)
                {
                    product[i, j] = OrderedSum.Dot(a.Row(i), columns.Row(j));
                }
            }
        );
        return product;
    }

    private static double Trace(Matrix m) => OrderedSum.Of([.. Enumerable.Range(0, m.Rows).Select(i => m[i, i])]);
}
