using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Principal components, by the singular values of the centred data (MathNet's managed SVD).</summary>
/// <remarks>Source: Jolliffe (2002). Each component's largest loading is positive. Oracle: scikit-learn's PCA, ratios 1e-9, scores 1e-8 up to the sign.</remarks>
/// <param name="Mean">Shape [features].</param>
/// <param name="Components">Shape [components, features], orthonormal rows.</param>
/// <param name="ExplainedRatio">Share of the variance of each component, descending.</param>
public sealed record Pca(double[] Mean, Matrix Components, double[] ExplainedRatio)
{
    /// <param name="rows">Shape [rows, features].</param>
    /// <exception cref="ArgumentOutOfRangeException">More components are asked for than there are rows or features, or none.</exception>
    public static Pca Fit(Matrix rows, int components)
    {
        FiniteNumbers.Check(rows);
        if (components < 1 || components > Math.Min(rows.Rows, rows.Columns))
        {
            throw new ArgumentOutOfRangeException(
                nameof(components),
                components,
                "1 to min(rows, features) components can be had."
            );
        }

        Control.UseManaged(); // one implementation on every machine
        Control.UseSingleThread();
        double[] mean = [.. Enumerable.Range(0, rows.Columns).Select(d => OrderedSum.Mean(rows.Column(d)))];
        var centred = Matrix<double>.Build.Dense(rows.Rows, rows.Columns, (i, d) => rows[i, d] - mean[d]);
        var svd = centred.Svd();
        double[] variances = [.. svd.S.Select(s => s * s)];
        double total = OrderedSum.Of(variances);
        var axes = new Research.Numerics.Matrix(components, rows.Columns);
        for (int k = 0; k < components; k++)
        {
            Orient([.. svd.VT.Row(k)], axes.Row(k));
        }

        return new Pca(mean, axes, [.. variances.Take(components).Select(variance => variance / total)]);
    }

    /// <summary>Coordinates on the components, shape [rows, components].</summary>
    public Matrix Transform(Matrix rows)
    {
        var scores = new Matrix(rows.Rows, Components.Rows);
        for (int i = 0; i < rows.Rows; i++)
        {
            double[] centred = [.. Enumerable.Range(0, rows.Columns).Select(d => rows[i, d] - Mean[d])];
            for (int k = 0; k < Components.Rows; k++)
            {
                scores[i, k] = OrderedSum.Dot(centred, Components.Row(k));
            }
        }

        return scores;
    }

    private static void Orient(double[] axis, Span<double> target)
    {
        double largest = axis.MaxBy(Math.Abs);
        for (int d = 0; d < axis.Length; d++)
        {
            target[d] = largest < 0 ? -axis[d] : axis[d];
        }
    }
}
