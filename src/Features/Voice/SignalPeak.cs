using Research.Data;
using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>The largest distance of a sample from the signal's mean, some seconds of the signal in memory at a time.</summary>
internal static class SignalPeak
{
    private const int Part = 1 << 16;

    public static double Of(ISamples samples)
    {
        double mean = Sum(samples, 0, samples.Count) / samples.Count;
        double peak = 0;
        for (long first = 0; first < samples.Count; first += Part)
        {
            foreach (double sample in Read(samples, first, Math.Min(Part, samples.Count - first)))
            {
                peak = Math.Max(peak, Math.Abs(sample - mean));
            }
        }

        return peak;
    }

    // The tree of OrderedSum, whose lower branches are summed in memory.
    private static double Sum(ISamples samples, long first, long count)
    {
        if (count <= Part)
        {
            return OrderedSum.Of(Read(samples, first, count));
        }

        long half = OrderedSum.HalfOf(count);
        return Sum(samples, first, half) + Sum(samples, first + half, count - half);
    }

    private static double[] Read(ISamples samples, long first, long count)
    {
        var part = new double[count];
        samples.Read(first, part);
        return part;
    }
}
