using System.Diagnostics;
using Xunit;

namespace Research.Tests;

/// <summary>What a reader of foreign bytes may cost.</summary>
internal static class Bounded
{
    /// <summary>No input may take longer, on a machine that has other work too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Runs a body; fails where it took a second or longer, or this thread allocated more than that.</summary>
    /// <param name="bytes">Allocated together, whether freed again or not.</param>
    public static void Run(long bytes, Action body)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        body();
        TimeSpan taken = clock.Elapsed;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < Longest, $"took {taken.TotalSeconds:F2} s");
        Assert.True(allocated <= bytes, $"allocated {allocated} bytes; {bytes} are allowed");
    }
}
