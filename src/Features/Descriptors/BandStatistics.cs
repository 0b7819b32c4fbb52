using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>One vector of frames: mean, deviation, tenth and ninetieth percentile of each band over time, and the deviation of its change from frame to frame.</summary>
/// <remarks>Deviations are those of the population; a percentile is the value at the rank below it. Oracle: by hand.</remarks>
public static class BandStatistics
{
    /// <summary>Values a band.</summary>
    public const int Count = 5;

    private const double Low = 0.1;
    private const double High = 0.9;

    /// <param name="frames">Shape [frames, bands]; at least two frames.</param>
    /// <returns>Shape [5 · bands], band after band.</returns>
    /// <exception cref="ResearchException">There are fewer than two frames, so that nothing changes.</exception>
    public static double[] Of(Matrix frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        return frames.Rows >= 2
            ? [.. Enumerable.Range(0, frames.Columns).SelectMany(band => OfBand(frames.Column(band)))]
            : throw new ResearchException($"Statistics of {frames.Rows} frames: two at least are needed for how bands change.");
    }

    private static double[] OfBand(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double[] changes = [.. values.Skip(1).Select((value, t) => value - values[t])];
        return
        [
            OrderedSum.Mean(values),
            Math.Sqrt(OrderedSum.Variance(values, 0)),
            sorted[(int)(Low * (sorted.Length - 1))],
            sorted[(int)(High * (sorted.Length - 1))],
            Math.Sqrt(OrderedSum.Variance(changes, 0)),
        ];
    }
}
