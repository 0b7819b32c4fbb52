namespace Research.Pipeline.Runs;

/// <summary>Threads that a worker may use; the engine raises and lowers the number while the worker runs.</summary>
public sealed class ThreadBudget(int threads)
{
    private readonly Lock _gate = new();
    private int _threads = threads;
    private Action<int>? _changed;

    public int Threads
    {
        get
        {
            lock (_gate)
            {
                return _threads;
            }
        }
    }

    /// <summary>Tells the listener, if the number is another.</summary>
    public void Set(int threads)
    {
        lock (_gate)
        {
            if (threads != _threads)
            {
                _threads = threads;
                _changed?.Invoke(threads);
            }
        }
    }

    /// <summary>Whom to tell; of a change between the start and now as well.</summary>
    public void Listen(int told, Action<int> changed)
    {
        lock (_gate)
        {
            _changed = changed;
            if (_threads != told)
            {
                changed(_threads);
            }
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            _changed = null;
        }
    }
}
