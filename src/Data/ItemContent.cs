namespace Research.Data;

/// <summary>What an item holds: a waveform, a matrix, an image or a tensor, which is read when it is first asked for.</summary>
public abstract class ItemContent
{
    private protected ItemContent() { }

    /// <summary>What it is, with its article, for messages.</summary>
    internal abstract string Kind { get; }

    /// <summary>The same content, that will be read again: what this one keeps, that one does not. Itself where it was in memory from the beginning.</summary>
    internal abstract ItemContent Anew();
}

/// <summary>Content of one kind: loaded once, then kept.</summary>
/// <typeparam name="T">What is loaded.</typeparam>
public abstract class ItemContent<T> : ItemContent
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Func<T>? _load;
    private volatile T? _value;

    private protected ItemContent(T value) => _value = value;

    private protected ItemContent(Func<T> load) => _load = load;

    private protected Func<T>? Loader => _load;

    /// <summary>The content. Threads that ask at once wait for one load; a load that failed is tried again at the next call.</summary>
    public T Value => _value ?? Load();

    private T Load()
    {
        lock (_gate)
        {
            return _value ??= _load!();
        }
    }
}
