using Research.Numerics;

namespace Research.Features.Normalization;

/// <summary>x ↦ (x − mean)/deviation a column, with the mean and deviation of the data that it was fitted to.</summary>
/// <remarks>Population deviation; a constant column is only shifted. Oracle: scikit-learn's StandardScaler, 1e-12.</remarks>
public sealed record Standardizer(double[] Mean, double[] Scale)
{
    private const double MachineEpsilon = 2.220446049250313e-16;

    /// <summary>Fits on the rows of all matrices together (the training part only, never the test part).</summary>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Standardizer Fit(IReadOnlyList<Matrix> data)
    {
        int rows = data.Sum(matrix => matrix.Rows);
        if (rows == 0)
        {
            throw new ArgumentException("Standardising needs at least one row.", nameof(data));
        }

        int columns = data[0].Columns;
        (var mean, var scale) = (new double[columns], new double[columns]);
        ParallelLoop.For(
            columns,
            c =>
            {
                double[] all = [.. data.SelectMany(matrix => matrix.Column(c))];
                mean[c] = OrderedSum.Mean(all);
                double variance = OrderedSum.Variance(all, 0);
                scale[c] = IsConstant(variance, mean[c], rows) ? 1 : Math.Sqrt(variance);
            }
        );
        return new Standardizer(mean, scale);
    }

    // Whether a variance is no more than the rounding of equal values can make it (scikit-learn's bound, after Chan, Golub and LeVeque, 1983).
    private static bool IsConstant(double variance, double mean, int rows)
    {
        double rounding = rows * mean * MachineEpsilon;
        return variance <= (rows * MachineEpsilon * variance) + (rounding * rounding);
    }

    /// <summary>Fits on one matrix.</summary>
    public static Standardizer Fit(Matrix data) => Fit([data]);

    /// <summary>The standardised copy.</summary>
    public Matrix Apply(Matrix data)
    {
        var result = new Matrix(data.Rows, data.Columns);
        for (int i = 0; i < data.Rows; i++)
        {
            for (int c = 0; c < data.Columns; c++)
            {
                result[i, c] = (data[i, c] - Mean[c]) / Scale[c];
            }
        }

        return result;
    }

    /// <summary>Each utterance standardised by its own mean and deviation (cepstral mean and variance normalisation).</summary>
    /// <remarks>Source: Viikki and Laurila (1998), Speech Communication 25.</remarks>
    public static Matrix PerUtterance(Matrix frames) => Fit(frames).Apply(frames);
}
