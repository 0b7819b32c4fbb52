using Research.Numerics;

namespace Research.Features.Music;

/// <summary>The path through the frames that collects most onset strength at the most even distances.</summary>
/// <remarks>
/// C[t] = s[t] + max over p/2 ≤ d ≤ 2p of (C[t − d] − tightness·ln²(d/p)), p = frames a beat. Source: Ellis (2007), J. New Music Research 36(1),
/// equations 5 and 6. Conventions of librosa 0.10.2: of equal predecessors the nearest; frames before the first score of a hundredth of the largest
/// have none; <see cref="PathEnds"/> has the other ends.
/// </remarks>
internal static class BeatPath
{
    private const double FirstShare = 0.01;

    /// <summary>Frames of the path, ascending.</summary>
    /// <param name="score">Shape [frames].</param>
    /// <param name="period">Frames a beat, at least 1.</param>
    public static int[] Of(double[] score, int period, double tightness, PathEnds ends)
    {
        (double[] sums, int[] links) = Linked(score, Penalties(period, tightness), NearestBack(period), ends);
        var path = new List<int>();
        int last = ends == PathEnds.AsLibrosa ? LastPeak(sums) : Strongest(sums, period);
        for (int t = last; t >= 0; t = links[t])
        {
            path.Add(t);
        }

        path.Reverse();
        return [.. path];
    }

    // Half a period, rounded to even; at least one frame.
    private static int NearestBack(int period) => Math.Max(1, (int)Math.Round(0.5 * period, MidpointRounding.ToEven));

    private static double[] Penalties(int period, double tightness)
    {
        var penalties = new double[(2 * period) + 1];
        for (int back = 1; back < penalties.Length; back++)
        {
            double distance = PortableMath.Log((double)back / period);
            penalties[back] = tightness * distance * distance;
        }

        return penalties;
    }

    private static (double[] Sums, int[] Links) Linked(double[] score, double[] penalties, int nearest, PathEnds ends)
    {
        (var sums, var links) = (new double[score.Length], new int[score.Length]);
        double least = FirstShare * score.Max();
        bool begun = false;
        for (int t = 0; t < score.Length; t++)
        {
            (int link, double best) = (-1, ends == PathEnds.Free ? 0 : double.NegativeInfinity);
            for (int back = nearest; back < penalties.Length && back <= t; back++)
            {
                double sum = sums[t - back] - penalties[back];
                (link, best) = sum > best ? (t - back, sum) : (link, best);
            }

            begun = begun || ends == PathEnds.Free || score[t] >= least;
            sums[t] = score[t] + (link < 0 ? 0 : best);
            links[t] = begun ? link : -1;
        }

        return (sums, links);
    }

    private static int Strongest(double[] sums, int period)
    {
        int first = Math.Max(0, sums.Length - period);
        return first + Array.IndexOf(sums[first..], sums[first..].Max());
    }

    private static int LastPeak(double[] sums)
    {
        int[] peaks = [.. Enumerable.Range(0, sums.Length).Where(t => IsPeak(sums, t))];
        if (peaks.Length == 0)
        {
            return sums.Length - 1;
        }

        double least = 0.5 * Median.Of([.. peaks.Select(t => sums[t])]);
        return Array.FindLast(peaks, t => sums[t] >= least);
    }

    private static bool IsPeak(double[] sums, int t) =>
        t > 0 && sums[t] > sums[t - 1] && (t == sums.Length - 1 || sums[t] >= sums[t + 1]);
}
