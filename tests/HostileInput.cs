using System.Diagnostics;

namespace Research.Tests;

/// <summary>What a reader may do with bytes that anybody may have made: end soon, ask for little memory, and refuse them as it says it does.</summary>
internal static class HostileInput
{
    private const int Tries = 5; // a busy machine can make one slow
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <param name="read">Reads the input.</param>
    /// <param name="mostBytes">That may be allocated.</param>
    /// <param name="isRefusal">Whether an exception is one that the reader documents.</param>
    public static void IsReadOrRefused(Action read, long mostBytes, Func<Exception, bool> isRefusal)
    {
        (long bytes, TimeSpan time) = (0, TimeSpan.MaxValue);
        for (int i = 0; i < Tries && time > Longest; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            Exception? error = Record.Exception(read);
            (bytes, time) = (GC.GetAllocatedBytesForCurrentThread() - before, clock.Elapsed);
            Assert.True(error is null || isRefusal(error), $"{error}");
            Assert.InRange(bytes, 0, mostBytes);
        }

        Assert.InRange(time, TimeSpan.Zero, Longest);
    }
}
