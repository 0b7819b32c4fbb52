using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Models.Mixtures;

/// <summary>The expectation step's sums for one mixture, and the maximisation step that turns them into new parameters.</summary>
/// <remarks>
/// Sums are taken about the old means, so that variances do not cancel: with δ = new − old mean,
/// covariance = Σ γ(x − old)(x − old)ᵀ/Σ γ − δδᵀ + floor·I. Source: Bilmes (1998), ICSI TR-97-021, section 4.2.
/// </remarks>
internal sealed class MixtureStatistics
{
    private readonly GaussianMixture _old;
    private readonly int _dimensions;
    private readonly int _moments;
    private readonly Vector256<double>[] _occupancy;
    private readonly Vector256<double>[] _first;
    private readonly Vector256<double>[] _second;

    public MixtureStatistics(GaussianMixture old)
    {
        (_old, _dimensions) = (old, old.Dimensions);
        _moments = old.Shape == Covariance.Diagonal ? _dimensions : _dimensions * (_dimensions + 1) / 2;
        _occupancy = new Vector256<double>[old.Components];
        _first = new Vector256<double>[old.Components * _dimensions];
        _second = new Vector256<double>[old.Components * _moments];
    }

    /// <summary>Adds the frames, each with the weight of the state at that frame (shape [4·groups]).</summary>
    public void Add(FrameBlock frames, MixtureDensity density, ReadOnlySpan<Vector256<double>> stateWeights)
    {
        Span<Vector256<double>> difference = stackalloc Vector256<double>[_dimensions];
        for (int group = 0; group < frames.Groups; group++)
        {
            if (stateWeights[group] == Vector256<double>.Zero)
            {
                continue; // nothing of this state here
            }

            ReadOnlySpan<Vector256<double>> x = frames.Group(group);
            for (int m = 0; m < _old.Components; m++)
            {
                Vector256<double> weight = stateWeights[group] * density.Posteriors[(group * _old.Components) + m];
                AddOne(m, weight, x, difference);
            }
        }
    }

    /// <summary>The mixture of largest expected likelihood; a component that no frame belongs to keeps its shape and gets weight 0.</summary>
    public GaussianMixture Maximise(double addedVariance)
    {
        var occupancy = new double[_old.Components];
        for (int m = 0; m < occupancy.Length; m++)
        {
            occupancy[m] = Total(_occupancy[m]);
        }

        double all = OrderedSum.Of(occupancy);
        if (!(all > 0))
        {
            return _old; // the state was never visited
        }

        var means = new Matrix(_old.Components, _dimensions);
        var covariances = new Matrix[_old.Components];
        for (int m = 0; m < occupancy.Length; m++)
        {
            covariances[m] = occupancy[m] > 1e-10 ? Update(m, occupancy[m], addedVariance, means.Row(m)) : Keep(m, means.Row(m));
        }

        return GaussianMixture.Of(_old.Shape, [.. occupancy.Select(value => value / all)], means, covariances);
    }

    private void AddOne(int m, Vector256<double> weight, ReadOnlySpan<Vector256<double>> x, Span<Vector256<double>> difference)
    {
        ReadOnlySpan<double> mean = _old.Means.Row(m);
        Span<Vector256<double>> first = _first.AsSpan(m * _dimensions, _dimensions);
        Span<Vector256<double>> second = _second.AsSpan(m * _moments, _moments);
        _occupancy[m] += weight;
        int o = 0;
        for (int d = 0; d < mean.Length; d++)
        {
            difference[d] = x[d] - Vector256.Create(mean[d]);
            Vector256<double> weighted = weight * difference[d];
            first[d] += weighted;
            if (_old.Shape == Covariance.Diagonal)
            {
                second[d] += weighted * difference[d];
                continue;
            }

            for (int e = 0; e <= d; e++)
            {
                second[o++] += weighted * difference[e];
            }
        }
    }

    private Matrix Update(int m, double occupancy, double addedVariance, Span<double> newMean)
    {
        Span<double> shift = stackalloc double[_dimensions];
        for (int d = 0; d < _dimensions; d++)
        {
            shift[d] = Total(_first[(m * _dimensions) + d]) / occupancy;
            newMean[d] = _old.Means[m, d] + shift[d];
        }

        ReadOnlySpan<Vector256<double>> second = _second.AsSpan(m * _moments, _moments);
        bool diagonal = _old.Shape == Covariance.Diagonal;
        var covariance = new Matrix(diagonal ? 1 : _dimensions, _dimensions);
        int o = 0;
        for (int d = 0; d < _dimensions; d++)
        {
            for (int e = diagonal ? d : 0; e <= d; e++)
            {
                double value = (Total(second[o++]) / occupancy) - (shift[d] * shift[e]) + (d == e ? addedVariance : 0);
                covariance[diagonal ? 0 : d, e] = value;
                covariance[diagonal ? 0 : e, d] = value;
            }
        }

        return covariance;
    }

    private Matrix Keep(int m, Span<double> mean)
    {
        _old.Means.Row(m).CopyTo(mean);
        return _old.Covariances[m];
    }

    private static double Total(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
