using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Models.Mixtures;

/// <summary>A mixture of Gaussians: p(x) = Σₘ w[m]·N(x; mean[m], covariance[m]).</summary>
/// <remarks>Diagonal covariances are stored as rows of variances, full ones as matrices.</remarks>
public sealed class GaussianMixture
{
    private const double LogTwoPi = 1.8378770664093453;

    private GaussianMixture(Covariance shape, double[] weights, Matrix means, Matrix[] covariances)
    {
        (Shape, Weights, Means, Covariances) = (shape, weights, means, covariances);
        (Precisions, LogScales) = (new Matrix[weights.Length], new double[weights.Length]);
        for (int m = 0; m < weights.Length; m++)
        {
            (Precisions[m], double logDeterminant) = shape == Covariance.Diagonal ? Diagonal(m) : Full(m);
            double logWeight = weights[m] > 0 ? PortableMath.Log(weights[m]) : double.NegativeInfinity;
            LogScales[m] = logWeight - (0.5 * ((means.Columns * LogTwoPi) + logDeterminant));
        }
    }

    public Covariance Shape { get; }

    public double[] Weights { get; }

    /// <summary>Shape [components, dimensions].</summary>
    public Matrix Means { get; }

    /// <summary>A component each: shape [1, dimensions] (variances) or [dimensions, dimensions].</summary>
    public Matrix[] Covariances { get; }

    public int Components => Weights.Length;

    public int Dimensions => Means.Columns;

    /// <summary>Diagonal: 1/variance, shape [1, dimensions]; full: L⁻¹ of covariance = L·Lᵀ.</summary>
    internal Matrix[] Precisions { get; }

    /// <summary>log w − ½·log((2π)^D·|covariance|).</summary>
    internal double[] LogScales { get; }

    /// <summary>A mixture of components with diagonal covariances.</summary>
    /// <param name="weights">Shape [components]; they sum to 1.</param>
    /// <param name="means">Shape [components, dimensions].</param>
    /// <param name="variances">Shape [components, dimensions], above 0.</param>
    /// <exception cref="ArgumentException">A variance is not above 0.</exception>
    public static GaussianMixture OfDiagonal(double[] weights, Matrix means, Matrix variances) =>
        new(Covariance.Diagonal, weights, means, [.. Enumerable.Range(0, weights.Length).Select(m => variances.Take([m]))]);

    /// <summary>A mixture of components with full covariances, each of shape [dimensions, dimensions].</summary>
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    public static GaussianMixture OfFull(double[] weights, Matrix means, Matrix[] covariances) =>
        new(Covariance.Full, weights, means, covariances);

    internal static GaussianMixture Of(Covariance shape, double[] weights, Matrix means, Matrix[] covariances) =>
        new(shape, weights, means, covariances);

    /// <summary>log p(x) of every row.</summary>
    public double[] LogDensity(Matrix frames)
    {
        var density = new MixtureDensity(this, new FrameBlock([frames]));
        density.Evaluate();
        return density.LogState.AsSpan(0, frames.Rows).ToArray();
    }

    private (Matrix Precision, double LogDeterminant) Diagonal(int m)
    {
        var precision = new Matrix(1, Means.Columns);
        double logDeterminant = 0;
        for (int d = 0; d < Means.Columns; d++)
        {
            double variance = Covariances[m][0, d];
            if (!(variance > 0))
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Variance {d} of component {m} is {variance}; it must be above 0. Raise the added variance."
                    )
                );
            }

            precision[0, d] = 1 / variance;
            logDeterminant += PortableMath.Log(variance);
        }

        return (precision, logDeterminant);
    }

    private (Matrix Precision, double LogDeterminant) Full(int m)
    {
        Matrix factor = Cholesky.Factor(Covariances[m]);
        double logDeterminant = 0;
        for (int d = 0; d < factor.Rows; d++)
        {
            logDeterminant += 2 * PortableMath.Log(factor[d, d]);
        }

        return (Cholesky.InverseOfTriangle(factor), logDeterminant);
    }
}
