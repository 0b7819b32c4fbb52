using Research.Numerics;

namespace Research.Results.Metrics;

/// <summary>How far predicted real values lie from the true ones.</summary>
/// <remarks>Conventions and oracle: scikit-learn, 1e-12.</remarks>
/// <param name="MeanSquared">Mean of (true − predicted)².</param>
/// <param name="MeanAbsolute">Mean of |true − predicted|.</param>
/// <param name="RSquared">1 − Σ(true − predicted)²/Σ(true − mean)²; of a constant truth 1 where all are right, else 0.</param>
public sealed record RegressionErrors(double MeanSquared, double MeanAbsolute, double RSquared)
{
    public double RootMeanSquared => Math.Sqrt(MeanSquared);

    /// <exception cref="ArgumentException">The lengths differ, or there is no item.</exception>
    public static RegressionErrors Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        if (truth.Length != predicted.Length || truth.Length == 0)
        {
            throw new ArgumentException($"{truth.Length} true values for {predicted.Length} predictions.", nameof(predicted));
        }

        var distances = new double[truth.Length];
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Abs(truth[i] - predicted[i]);
        }

        double squared = OrderedSum.Dot(distances, distances) / distances.Length;
        bool isConstant = truth.IndexOfAnyExcept(truth[0]) < 0;
        double ofConstant = squared > 0 ? 0 : 1;
        double explained = isConstant ? ofConstant : 1 - (squared / OrderedSum.Variance(truth, 0));
        return new(squared, OrderedSum.Mean(distances), explained);
    }
}
