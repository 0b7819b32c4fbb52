using System.Runtime.ExceptionServices;

namespace Research.Numerics;

/// <summary>One loop that a crew shares: who comes takes the next index.</summary>
internal sealed class TeamLoop(int count, Action<int> body, int helpers)
{
    private readonly Lock _gate = new();
    private int _places = helpers;
    private int _next;
    private int _done;
    private (int Index, Exception Error)? _first;

    /// <summary>Helps, if a place is free.</summary>
    public void Join()
    {
        if (Interlocked.Decrement(ref _places) >= 0)
        {
            Work();
        }
    }

    public void Work()
    {
        for (int i = Interlocked.Increment(ref _next) - 1; i < count; i = Interlocked.Increment(ref _next) - 1)
        {
            try
            {
                Numerics.ParallelLoop.RunInside(body, i);
            }
#pragma warning disable CA1031 // handed on below, as the caller's own
            catch (Exception error)
#pragma warning restore CA1031
            {
                Note(i, error);
            }

            Interlocked.Increment(ref _done);
        }
    }

    public void WaitForAll()
    {
        var spin = new SpinWait();
        while (Volatile.Read(ref _done) < count)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Throws what the lowest index threw, as a single thread would have.</summary>
    public void ThrowFirst()
    {
        if (_first is { } first)
        {
            ExceptionDispatchInfo.Throw(first.Error);
        }
    }

    private void Note(int index, Exception error)
    {
        lock (_gate)
        {
            if (_first is null || index < _first.Value.Index)
            {
                _first = (index, error);
            }
        }
    }
}
