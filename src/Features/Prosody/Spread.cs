using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>Statistics of a handful of numbers; of none, 0.</summary>
internal static class Spread
{
    public static double Mean(double[] values) => values.Length == 0 ? 0 : OrderedSum.Mean(values);

    /// <summary>Population deviation.</summary>
    public static double Deviation(double[] values) => values.Length == 0 ? 0 : Math.Sqrt(OrderedSum.Variance(values, 0));

    /// <summary>With linear interpolation between the sorted values.</summary>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(double[] values, double share)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double next = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (next - sorted[below]));
    }

    /// <summary>Slope of the straight fit of y over x.</summary>
    public static double Slope(double[] x, double[] y)
    {
        double meanX = Mean(x);
        double[] centred = [.. x.Select(value => value - meanX)];
        double squares = OrderedSum.Dot(centred, centred);
        return squares > 0 ? OrderedSum.Dot(centred, y) / squares : 0;
    }

    /// <summary>Pearson's; 0 where one of the two is constant.</summary>
    public static double Correlation(double[] x, double[] y)
    {
        (double meanX, double meanY) = (Mean(x), Mean(y));
        double scale = Deviation(x) * Deviation(y);
        return scale > 0 ? OrderedSum.Of([.. x.Select((value, i) => (value - meanX) * (y[i] - meanY))]) / x.Length / scale : 0;
    }

    /// <summary>Mean and deviation, one after the other.</summary>
    public static double[] Both(double[] values) => [Mean(values), Deviation(values)];
}
