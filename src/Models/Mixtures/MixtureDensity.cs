using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>Densities of a mixture at every frame of a block, and which component each frame belongs to.</summary>
/// <remarks>log p(x) by the largest term plus the log of a sum of exponentials; nothing under- or overflows.</remarks>
internal sealed class MixtureDensity
{
    private readonly FrameBlock _frames;
    private readonly Vector256<double>[] _difference;

    public MixtureDensity(GaussianMixture mixture, FrameBlock frames)
    {
        (Mixture, _frames) = (mixture, frames);
        LogState = new double[4 * frames.Groups];
        Posteriors = new Vector256<double>[frames.Groups * mixture.Components];
        _difference = new Vector256<double>[frames.Dimensions];
    }

    public GaussianMixture Mixture { get; }

    /// <summary>log p(x), one a frame (padded to four).</summary>
    public double[] LogState { get; }

    /// <summary>p(component | x), shape [groups, components], four frames a vector.</summary>
    public Vector256<double>[] Posteriors { get; }

    public void Evaluate()
    {
        Span<Vector256<double>> logState = MemoryMarshal.Cast<double, Vector256<double>>(LogState.AsSpan());
        int components = Mixture.Components;
        for (int group = 0; group < _frames.Groups; group++)
        {
            ReadOnlySpan<Vector256<double>> x = _frames.Group(group);
            Span<Vector256<double>> terms = Posteriors.AsSpan(group * components, components);
            for (int m = 0; m < components; m++)
            {
                Vector256<double> distance = Mixture.Shape == Covariance.Diagonal ? Diagonal(x, m) : Full(x, m);
                terms[m] = Vector256.Create(Mixture.LogScales[m]) - (Vector256.Create(0.5) * distance);
            }

            logState[group] = Normalise(terms);
        }
    }

    // Turns log terms into shares of their sum; returns the sum's log.
    private static Vector256<double> Normalise(Span<Vector256<double>> terms)
    {
        Vector256<double> largest = terms[0];
        for (int m = 1; m < terms.Length; m++)
        {
            largest = Vector256.ConditionalSelect(Vector256.GreaterThan(terms[m], largest), terms[m], largest);
        }

        Vector256<double> sum = Vector256<double>.Zero;
        for (int m = 0; m < terms.Length; m++)
        {
            terms[m] = PortableMath.Exp(terms[m] - largest);
            sum += terms[m];
        }

        for (int m = 0; m < terms.Length; m++)
        {
            terms[m] /= sum;
        }

        return terms.Length == 1 ? largest : largest + PortableMath.Log(sum);
    }

    // Σ (x − mean)²/variance.
    private Vector256<double> Diagonal(ReadOnlySpan<Vector256<double>> x, int m)
    {
        ReadOnlySpan<double> mean = Mixture.Means.Row(m);
        ReadOnlySpan<double> precision = Mixture.Precisions[m].Row(0);
        Vector256<double> sum = Vector256<double>.Zero;
        for (int d = 0; d < mean.Length; d++)
        {
            Vector256<double> difference = x[d] - Vector256.Create(mean[d]);
            sum += difference * difference * Vector256.Create(precision[d]);
        }

        return sum;
    }

    // |L⁻¹(x − mean)|².
    private Vector256<double> Full(ReadOnlySpan<Vector256<double>> x, int m)
    {
        ReadOnlySpan<double> mean = Mixture.Means.Row(m);
        Span<Vector256<double>> difference = _difference;
        for (int d = 0; d < mean.Length; d++)
        {
            difference[d] = x[d] - Vector256.Create(mean[d]);
        }

        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < mean.Length; i++)
        {
            ReadOnlySpan<double> row = Mixture.Precisions[m].Row(i);
            Vector256<double> y = Vector256<double>.Zero;
            for (int j = 0; j <= i; j++)
            {
                y += difference[j] * Vector256.Create(row[j]);
            }

            sum += y * y;
        }

        return sum;
    }
}
