namespace Research.Pipeline.Store.Remote;

/// <summary>A remote store that is open: what reads it, what gives to it, and its receipts.</summary>
internal sealed class RemoteConnection : IDisposable
{
    private readonly IRemote _remote;

    /// <param name="settings">Where it is, and whose results count.</param>
    /// <param name="warn">Receives a line for a person.</param>
    public RemoteConnection(RemoteSettings settings, Action<string> warn)
    {
        _remote = settings.Open();
        Key = settings.Key;
        Reader = new RemoteStore(_remote, settings.Trusted, warn);
        Writer = settings.Key is null ? null : new WriteBehind(_remote, Reader, SigningKey.Read(settings.Key), warn);
        Receipts = new Receipts(_remote, settings.Trusted);
    }

    /// <summary>File of the private key; null for none.</summary>
    public string? Key { get; }

    public RemoteStore Reader { get; }

    /// <summary>Null without a key.</summary>
    public WriteBehind? Writer { get; }

    public Receipts Receipts { get; }

    public void Dispose()
    {
        Writer?.Dispose();
        (_remote as IDisposable)?.Dispose();
    }
}
