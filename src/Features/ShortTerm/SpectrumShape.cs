using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>What the magnitudes of a frame say: centre and spread, change, and where most of the power ends.</summary>
internal sealed class SpectrumShape
{
    private const double Smallest = 2.220446049250313e-16;
    private readonly double[] _places;

    /// <param name="bins">Bins of the half spectrum.</param>
    public SpectrumShape(int sampleRateHz, int bins, ShortTermForm form)
    {
        int shift = form == ShortTermForm.AsPublished ? 1 : 0; // the program counts its bins from one
        _places = [.. Enumerable.Range(0, bins).Select(k => (k + shift) * (sampleRateHz / (2.0 * bins)))];
        HalfRate = sampleRateHz / 2.0;
    }

    private double HalfRate { get; }

    /// <summary>Both as shares of half the sample rate.</summary>
    public (double Centroid, double Spread) CentroidAndSpread(ReadOnlySpan<double> magnitudes)
    {
        double most = 0;
        foreach (double magnitude in magnitudes)
        {
            most = Math.Max(most, magnitude);
        }

        double[] weights = new double[magnitudes.Length];
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = magnitudes[k] / (most == 0 ? Smallest : most);
        }

        double sum = OrderedSum.Of(weights) + Smallest;
        double centroid = OrderedSum.Dot(_places, weights) / sum;
        double[] squares = [.. _places.Select(place => (place - centroid) * (place - centroid))];
        return (centroid / HalfRate, Math.Sqrt(OrderedSum.Dot(squares, weights) / sum) / HalfRate);
    }

    /// <summary>Sum of squared differences to the frame before, each spectrum divided by its sum.</summary>
    public static double Flux(ReadOnlySpan<double> now, ReadOnlySpan<double> before)
    {
        double nowSum = OrderedSum.Of(now) + (now.Length * Smallest);
        double beforeSum = OrderedSum.Of(before) + (before.Length * Smallest);
        var squares = new double[now.Length];
        for (int k = 0; k < squares.Length; k++)
        {
            double difference = (now[k] / nowSum) - (before[k] / beforeSum);
            squares[k] = difference * difference;
        }

        return OrderedSum.Of(squares);
    }

    /// <summary>The first bin at which more than a share of the power is reached, as a share of the bins.</summary>
    public static double Rolloff(ReadOnlySpan<double> magnitudes, double share)
    {
        double threshold = share * OrderedSum.Dot(magnitudes, magnitudes);
        double sum = 0;
        for (int k = 0; k < magnitudes.Length; k++)
        {
            sum += magnitudes[k] * magnitudes[k];
            if (sum + Smallest > threshold)
            {
                return (double)k / magnitudes.Length;
            }
        }

        return 0;
    }
}
