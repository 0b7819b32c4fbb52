using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Models.Classical;

/// <summary>Linear regression with a penalty on squared weights.</summary>
/// <remarks>
/// Minimises Σ(y − b − w·x)² + λ|w|². With centred X and y, w = (XᵀX + λI)⁻¹Xᵀy, or the same as Xᵀ(XXᵀ + λI)⁻¹y where there are more
/// features than rows; b is not penalised. Source: Hoerl and Kennard (1970), Technometrics 12(1), eq. 2.1. Solved exactly by Cholesky's
/// factorisation. Oracle: scikit-learn's Ridge, predictions 1e-9.
/// </remarks>
public sealed class RidgeRegression : IRegressor
{
    private RidgeRegression(double[] weights, double intercept) => (Weights, Intercept) = (weights, intercept);

    /// <summary>Shape [features].</summary>
    public double[] Weights { get; }

    public double Intercept { get; }

    /// <param name="rows">Shape [rows, features].</param>
    /// <param name="targets">Shape [rows].</param>
    /// <exception cref="ResearchException">The penalty is not above 0, a value is not finite, the lengths differ, or there are fewer than two rows.</exception>
    public static RidgeRegression Fit(Matrix rows, double[] targets, RidgeSettings settings)
    {
        RegressionRows.Check(rows, targets);
        if (!(settings.Penalty > 0 && double.IsFinite(settings.Penalty)))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"A penalty of {settings.Penalty}: ridge regression needs a finite one above 0, such as 1e-6 for nearly none."
                )
            );
        }

        double[] mean = [.. Enumerable.Range(0, rows.Columns).Select(d => OrderedSum.Mean(rows.Column(d)))];
        double level = OrderedSum.Mean(targets);
        Matrix x = Centred(rows, mean);
        double[] y = [.. targets.Select(target => target - level)];
        double[] weights =
            rows.Columns <= rows.Rows
                ? Solve(x.Transpose(), x, Times(x.Transpose(), y), settings.Penalty)
                : Times(x.Transpose(), Solve(x, x.Transpose(), y, settings.Penalty));
        return new(weights, level - OrderedSum.Dot(weights, mean));
    }

    public double[] Predict(Matrix rows) =>
        [.. Enumerable.Range(0, rows.Rows).Select(i => Intercept + OrderedSum.Dot(Weights, rows.Row(i)))];

    private static Matrix Centred(Matrix rows, double[] mean)
    {
        var centred = new Matrix(rows.Rows, rows.Columns);
        for (int i = 0; i < rows.Rows; i++)
        {
            for (int d = 0; d < rows.Columns; d++)
            {
                centred[i, d] = rows[i, d] - mean[d];
            }
        }

        return centred;
    }

    // (a·b + λI)⁻¹·right, where b = aᵀ.
    private static double[] Solve(Matrix a, Matrix b, double[] right, double penalty)
    {
        var gram = new Matrix(a.Rows, a.Rows);
        Gemm.Accumulate<double>(a.Rows, a.Rows, a.Columns, a.Values, b.Values, gram.Values);
        for (int i = 0; i < gram.Rows; i++)
        {
            gram[i, i] += penalty;
        }

        return Cholesky.Solve(Cholesky.Factor(gram), right);
    }

    private static double[] Times(Matrix a, double[] x) =>
        [.. Enumerable.Range(0, a.Rows).Select(i => OrderedSum.Dot(a.Row(i), x))];
}

/// <summary>Ridge regression.</summary>
public sealed record RidgeSettings
{
    /// <summary>λ, above 0: the price of squared weights beside the sum (not the mean) of squared errors.</summary>
    public required double Penalty { get; init; }
}
