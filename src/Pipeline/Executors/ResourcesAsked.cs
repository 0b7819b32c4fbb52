using Research.Numerics;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Executors;

/// <summary>What a job asks of a machine: from what its targets declare and what they took before. In steps, so that many jobs ask for the same and go as one array.</summary>
internal static class ResourcesAsked
{
    private const long MemoryStep = 512L << 20;
    private const int TimeStep = 1800;

    // Nodes differ, and what was measured may have had a better one.
    private const double MemoryReserve = 1.25;
    private const double TimeReserve = 3;

    public static Resources For(IReadOnlyCollection<JobItem> items, ExecutorSettings settings)
    {
        double memory = MemoryReserve * items.Max(item => item.MemoryBytes);
        double seconds = Math.Max(
            60 * settings.LeastMinutes,
            TimeReserve * OrderedSum.Of([.. items.Select(item => item.Seconds ?? 0)])
        );
        int steps = (int)Math.Ceiling(seconds / TimeStep);
        return new Resources(
            settings.Cores,
            (long)Math.Min(Math.Max(1, Math.Ceiling(memory / MemoryStep)) * MemoryStep, settings.MostMemoryGiB * (1L << 30)),
            (int)Math.Min(seconds < TimeStep ? seconds : (double)steps * TimeStep, 3600 * settings.MostHours),
            0 // no training uses a GPU yet
        );
    }
}
