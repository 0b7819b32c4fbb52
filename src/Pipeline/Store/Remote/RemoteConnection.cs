using System.Security.Cryptography;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>A remote store, opened when it is first asked: what reads it, what gives to it, and its receipts.</summary>
/// <param name="settings">Where it is, and whose results count.</param>
/// <param name="warn">Receives a line for a person.</param>
public sealed class RemoteConnection(RemoteSettings settings, Action<string> warn) : IOtherStore
{
    private readonly Lazy<Parts> _parts = new(() => Parts.Of(settings, warn));

    /// <summary>Results that were given, or that it had already.</summary>
    public int Given => _parts.IsValueCreated ? _parts.Value.Writer?.Given ?? 0 : 0;

    public void Fetch(
        IReadOnlyCollection<string> fingerprints,
        Func<Output, bool> lacks,
        string spare,
        Action<Manifest, IReadOnlyDictionary<string, string>> keep
    ) => _parts.Value.Reader.Fetch(fingerprints, lacks, spare, keep);

    /// <inheritdoc/>
    public void Give(Manifest manifest, Func<Output, StoredFile?> locate)
    {
        if (settings.Key is not null)
        {
            _parts.Value.Writer!.Put(manifest, locate);
        }
    }

    /// <summary>Trusted receipts of a fingerprint, with whose key signed each.</summary>
    /// <exception cref="ResearchException">It cannot be read.</exception>
    public IReadOnlyList<(TrustedKey Key, Receipt Receipt)> ReceiptsOf(string fingerprint) =>
        _parts.Value.Receipts.Of(fingerprint);

    /// <summary>Publishes a receipt under the key of the settings.</summary>
    /// <returns>False where the key has published the same before.</returns>
    /// <exception cref="ContradictionException">The key has published other bits, which stay.</exception>
    /// <exception cref="ResearchException">No key is named.</exception>
    public bool Countersign(Receipt receipt)
    {
        if (settings.Key is not { } path)
        {
            throw new ResearchException(
                "No key is named that could sign; RESEARCH_SIGNING_KEY=FILE names one ('research cache keygen FILE' makes it)."
            );
        }

        using var key = SigningKey.Read(path);
        return _parts.Value.Receipts.Put(receipt, key);
    }

    /// <summary>Hands on a file that a receipt names, so that whoever verifies sees what differs.</summary>
    /// <exception cref="ResearchException">The place cannot be written.</exception>
    public void PutContent(Output output, string file) =>
        Receipts.Guarded(async () =>
        {
            await _parts.Value.Remote.PutAsync(output.Digest, StoredFile.Plain(file), CancellationToken.None);
            return true;
        });

    /// <summary>The content that a receipt names; null where the place has none of that digest.</summary>
    /// <exception cref="ResearchException">The place cannot be read.</exception>
    public byte[]? ContentOf(Output output)
    {
        string file = Path.GetTempFileName();
        try
        {
            bool came = Receipts.Guarded(() =>
                _parts.Value.Remote.FetchAsync(output.Digest, output.Size, file, CancellationToken.None)
            );
            byte[] bytes = came ? File.ReadAllBytes(file) : [];
            return came && Convert.ToHexStringLower(SHA256.HashData(bytes)) == output.Digest ? bytes : null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Waits for what is being given.</summary>
    public void Dispose()
    {
        if (_parts.IsValueCreated)
        {
            _parts.Value.Writer?.Dispose();
            (_parts.Value.Remote as IDisposable)?.Dispose();
        }
    }

    private sealed record Parts(IRemote Remote, RemoteStore Reader, WriteBehind? Writer, Receipts Receipts)
    {
        public static Parts Of(RemoteSettings settings, Action<string> warn)
        {
            IRemote remote = settings.Open();
            var reader = new RemoteStore(remote, settings.Trusted, warn);
            WriteBehind? writer = settings.Key is null
                ? null
                : new WriteBehind(remote, reader, SigningKey.Read(settings.Key), warn);
            return new(remote, reader, writer, new Receipts(remote, settings.Trusted));
        }
    }
}
