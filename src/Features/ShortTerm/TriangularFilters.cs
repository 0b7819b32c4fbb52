using System.Collections.Concurrent;
using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>Forty triangular filters, 13 evenly spaced and 27 in steps of 7 %, and the cepstrum of what passes them.</summary>
/// <remarks>
/// Source: Slaney (1998), Auditory Toolbox. The program places bin k at k·rate/bins, twice its frequency, so that every filter reads an octave too low:
/// kept in the published form, mended in the corrected one.
/// </remarks>
internal sealed class TriangularFilters
{
    private const double LowestHz = 133.33;
    private const double StepHz = 200 / 3.0;
    private const double Ratio = 1.0711703;
    private const int Even = 13;
    private const int Filters = 40;
    private const double Smallest = 2.220446049250313e-16;
    private static readonly ConcurrentDictionary<(int, int, ShortTermForm), TriangularFilters> Cache = new();
    private readonly double[][] _weights;

    private TriangularFilters(int sampleRateHz, int bins, ShortTermForm form)
    {
        double spacing = (double)sampleRateHz / (form == ShortTermForm.AsPublished ? bins : 2 * bins);
        double[] edges = Edges();
        _weights = [.. Enumerable.Range(0, Filters).Select(f => Triangle(edges.AsSpan(f, 3), spacing, bins))];
    }

    public static TriangularFilters For(int sampleRateHz, int bins, ShortTermForm form) =>
        Cache.GetOrAdd((sampleRateHz, bins, form), static key => new TriangularFilters(key.Item1, key.Item2, key.Item3));

    /// <summary>Orthonormal cosine transform of the common logarithms of the filtered magnitudes.</summary>
    /// <param name="magnitudes">Shape [frames, bins].</param>
    /// <returns>Shape [frames, 13].</returns>
    public Matrix Cepstra(Matrix magnitudes)
    {
        var logs = new Matrix(magnitudes.Rows, Filters);
        for (int t = 0; t < magnitudes.Rows; t++)
        {
            for (int f = 0; f < Filters; f++)
            {
                logs[t, f] = PortableMath.Log10(OrderedSum.Dot(magnitudes.Row(t), _weights[f]) + Smallest);
            }
        }

        return Dct.Plan(Filters, ShortTermFeatures.Coefficients).Of(logs);
    }

    private static double[] Edges()
    {
        var edges = new double[Filters + 2];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = i < Even ? LowestHz + (i * StepHz) : edges[i - 1] * Ratio;
        }

        return edges;
    }

    // A rising and a falling slope over the bins after the lower edge up to the centre, and after the centre up to the upper edge.
    private static double[] Triangle(ReadOnlySpan<double> edges, double spacing, int bins)
    {
        (double low, double centre, double high) = (edges[0], edges[1], edges[2]);
        double height = 2 / (high - low);
        var weights = new double[bins];
        for (int k = 0; k < bins; k++)
        {
            double hertz = k * spacing;
            bool rises = k > Math.Floor(low / spacing) && k <= Math.Floor(centre / spacing);
            bool falls = k > Math.Floor(centre / spacing) && k <= Math.Floor(high / spacing);
            weights[k] =
                rises ? height / (centre - low) * (hertz - low)
                : falls ? height / (high - centre) * (high - hertz)
                : 0;
        }

        return weights;
    }
}
