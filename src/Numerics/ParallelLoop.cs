using System.Runtime.ExceptionServices;

namespace Research.Numerics;

/// <summary>Parallel work over independent outputs: how many threads run it never shows in a result.</summary>
public static class ParallelLoop
{
    [ThreadStatic]
    private static bool _inside; // a loop within a loop runs on the thread that it is on, so that Threads stays the bound

    /// <summary>Threads at most; the build's <c>--jobs</c>.</summary>
    [field: ShowsInNoResult]
    public static int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Calls the body for 0 … count − 1. Each call may write only what no other call reads or writes.</summary>
    public static void For(int count, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Threads == 1 || count < 2 || _inside)
        {
            for (int i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        if (ThreadTeam.TryRun(count, body, Math.Min(Threads, count)))
        {
            return;
        }

        ParallelOptions options = new() { MaxDegreeOfParallelism = Threads };
        try
        {
            Parallel.For(0, count, options, i => RunInside(body, i));
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]); // as a single thread would have thrown it
        }
    }

    internal static void RunInside(Action<int> body, int i)
    {
        _inside = true;
        try
        {
            body(i);
        }
        finally
        {
            _inside = false;
        }
    }

    /// <summary>The results of the body for 0 … count − 1, in that order.</summary>
    public static T[] Select<T>(int count, Func<int, T> body)
    {
        var results = new T[count];
        For(count, i => results[i] = body(i));
        return results;
    }
}
