namespace Research.Numerics;

/// <summary>Threads that stay ready between loops: the small loops of a training step come every few microseconds.</summary>
/// <remarks>One loop at a time. An idle thread looks out for the next loop for a moment, then sleeps until it is woken.</remarks>
internal static class ThreadTeam
{
    private const int LooksBeforeSleep = 60;

    [ShowsInNoResult]
    private static readonly SemaphoreSlim Wake = new(0);

    [ShowsInNoResult]
    private static TeamLoop? _current;

    [ShowsInNoResult]
    private static int _busy;

    [ShowsInNoResult]
    private static int _members;

    [ShowsInNoResult]
    private static int _asleep;

    /// <summary>Runs the loop on this thread and others.</summary>
    /// <returns>False, and nothing done, where the crew is busy with another loop.</returns>
    public static bool TryRun(int count, Action<int> body, int threads)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return false;
        }

        TeamLoop loop = new TeamLoop(count, body, threads - 1);
        try
        {
            Grow(threads - 1);
            Volatile.Write(ref _current, loop);
            int asleep = Volatile.Read(ref _asleep);
            if (asleep > 0)
            {
                Wake.Release(Math.Min(asleep, threads - 1));
            }

            loop.Work();
            loop.WaitForAll();
        }
        finally
        {
            Volatile.Write(ref _current, null);
            Volatile.Write(ref _busy, 0);
        }

        loop.ThrowFirst();
        return true;
    }

    private static void Grow(int members)
    {
        for (; _members < members; _members++)
        {
            new Thread(Live) { IsBackground = true, Name = "research crew" }.Start();
        }
    }

    private static void Live()
    {
        TeamLoop? last = null;
        while (true)
        {
            TeamLoop? next = LookOut(last);
            if (next is null)
            {
                Interlocked.Increment(ref _asleep);
                next = LookOut(last, looks: 1); // a loop that came before the count was up would wake nobody
                if (next is null)
                {
                    Wake.Wait();
                }

                Interlocked.Decrement(ref _asleep);
            }

            if (next is not null)
            {
                next.Join();
                last = next;
            }
        }
    }

    private static TeamLoop? LookOut(TeamLoop? last, int looks = LooksBeforeSleep)
    {
        var spin = new SpinWait();
        for (int i = 0; i < looks; i++)
        {
            if (Volatile.Read(ref _current) is { } loop && loop != last)
            {
                return loop;
            }

            spin.SpinOnce(sleep1Threshold: -1);
        }

        return null;
    }
}
