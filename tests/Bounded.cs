using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Research.Tests;

/// <summary>What a reader of foreign bytes may cost.</summary>
internal static class Bounded
{
    private const string OnProcessor = "/proc/thread-self/schedstat"; // nanoseconds of this thread, on Linux
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Runs a body; fails where it takes a second or longer, or this thread allocates more than that.</summary>
    /// <param name="bytes">Allocated together, whether freed again or not.</param>
    public static void Run(long bytes, Action body)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan begun = Clock();
        body();
        TimeSpan taken = Clock() - begun;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < Longest, $"took {taken.TotalSeconds:F2} s");
        Assert.True(allocated <= bytes, $"allocated {allocated} bytes; {bytes} are allowed");
    }

    // A busy machine lets a thread wait, which is no fault of the reader.
    private static TimeSpan Clock() =>
        File.Exists(OnProcessor)
            ? TimeSpan.FromMicroseconds(
                long.Parse(File.ReadAllText(OnProcessor).Split(' ')[0], CultureInfo.InvariantCulture) / 1000
            )
            : Stopwatch.GetElapsedTime(0);
}
