using System.Diagnostics;
using System.Globalization;
using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>Wall time of a body: one warm-up, then the best and the median of seven.</summary>
internal static class Measure
{
    public static double Best(string name, int threads, Action body)
    {
        ParallelLoop.Threads = threads;
        body();
        double[] seconds = [.. Enumerable.Range(0, 7).Select(_ => Once(body)).Order()];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -60} {threads} thread(s): best {seconds[0]:F3} s, median {seconds[3]:F3} s"
            )
        );
        return seconds[0];
    }

    private static double Once(Action body)
    {
        var clock = Stopwatch.StartNew();
        body();
        return clock.Elapsed.TotalSeconds;
    }
}
