using Research.Numerics;

namespace Research.Results.Statistics;

/// <summary>Percentile bootstrap over items (Efron, 1979): what a statistic becomes when the items are drawn anew with replacement.</summary>
/// <remarks>The draws follow from the seed and the count of items alone. Oracle: scipy.stats.bootstrap, within the noise of the draws.</remarks>
public static class Bootstrap
{
    /// <summary>One interval for each statistic, all over the same draws.</summary>
    /// <param name="items">How many items there are; at least 1.</param>
    /// <param name="statistics">
    /// From the indices of the drawn items (as many as there are items; the array is used again for the next draw)
    /// to the statistics, always as many and all finite.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no item, or no resample is asked for.</exception>
    public static Interval[] Of(int items, Func<int[], double[]> statistics, IntervalSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Resamples, 1, nameof(settings));
        Rng rng = Rng.For(settings.Seed, "bootstrap over items");
        var drawn = new int[items];
        var values = new double[settings.Resamples][];
        for (int r = 0; r < values.Length; r++)
        {
            Draw(rng, drawn);
            values[r] = statistics(drawn);
        }

        return
        [
            .. Enumerable
                .Range(0, values[0].Length)
                .Select(s => Interval.OfMiddle([.. values.Select(of => of[s])], settings.Level)),
        ];
    }

    /// <summary>Draws units instead, such as songs or speakers, each with all of its items: for items of a unit that resemble each other.</summary>
    /// <param name="unitOf">Unit of each item, 0, 1, …, none left out; each its own for a bootstrap over items.</param>
    /// <param name="statistics">From how often each item is in the sample (the array is used again for the next draw) to the statistics, always as many and all finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no item, or no resample is asked for.</exception>
    public static Interval[] OverUnits(IReadOnlyList<int> unitOf, Func<int[], double[]> statistics, IntervalSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unitOf.Count, 1);
        var drawnUnits = new int[unitOf.Max() + 1];
        var copies = new int[unitOf.Count];
        return Of(
            drawnUnits.Length,
            drawn =>
            {
                Array.Clear(drawnUnits);
                foreach (int unit in drawn)
                {
                    drawnUnits[unit]++;
                }

                for (int i = 0; i < copies.Length; i++)
                {
                    copies[i] = drawnUnits[unitOf[i]];
                }

                return statistics(copies);
            },
            settings
        );
    }

    private static void Draw(Rng rng, int[] drawn)
    {
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = rng.NextInt(drawn.Length);
        }
    }
}
