using System.Threading.Channels;

namespace Research.Pipeline.Store.Remote;

/// <summary>Gives results to others while the run goes on: contents first, then the signed entry. What is there already, with other bits, is never overwritten.</summary>
internal sealed class WriteBehind : IDisposable
{
    private const int Uploads = 4;

    private readonly IRemote _remote;
    private readonly RemoteStore _reader;
    private readonly SigningKey _key;
    private readonly Action<string> _warn;
    private readonly Channel<(Manifest Manifest, Func<Output, StoredFile?> Locate)> _queue = Channel.CreateUnbounded<(
        Manifest,
        Func<Output, StoredFile?>
    )>();
    private readonly Task[] _workers;
    private int _given;
    private volatile bool _dead;

    /// <param name="remote">Where they go.</param>
    /// <param name="reader">Finds what is there.</param>
    /// <param name="key">Signs; disposed of with this.</param>
    /// <param name="warn">Receives a line for a person.</param>
    public WriteBehind(IRemote remote, RemoteStore reader, SigningKey key, Action<string> warn)
    {
        (_remote, _reader, _key, _warn) = (remote, reader, key, warn);
        _workers = [.. Enumerable.Range(0, Uploads).Select(_ => Task.Run(WorkAsync))];
    }

    /// <summary>Results that were given, those that others have among them.</summary>
    public int Given => _given;

    /// <summary>Gives a result some time before the end.</summary>
    /// <param name="locate">Where an output's content lies.</param>
    public void Put(Manifest manifest, Func<Output, StoredFile?> locate) => _queue.Writer.TryWrite((manifest, locate));

    /// <summary>Waits until everything is given, or the place fails.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        Task.WaitAll(_workers);
        _key.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach ((Manifest manifest, Func<Output, StoredFile?> locate) in _queue.Reader.ReadAllAsync())
        {
            try
            {
                if (!_dead && await GiveAsync(manifest, locate))
                {
                    Interlocked.Increment(ref _given);
                }
            }
            catch (RemoteException error)
            {
                if (!_dead)
                {
                    _dead = true;
                    _warn($"{error.Message} Results of this run are not given to it.");
                }
            }
        }
    }

    private async Task<bool> GiveAsync(Manifest manifest, Func<Output, StoredFile?> locate)
    {
        if (await _reader.FindAsync(manifest.Fingerprint, CancellationToken.None) is { } theirs)
        {
            return Compare(manifest, theirs);
        }

        foreach (Output output in manifest.Outputs.DistinctBy(own => own.Digest))
        {
            if (locate(output) is not { } file)
            {
                return false; // pruned meanwhile
            }

            await _remote.PutAsync(output.Digest, file, CancellationToken.None);
        }

        byte[] entry = SignedText.By(_key, RemoteStore.Kind, manifest.ToBytes()).ToBytes();
        await _remote.PutEntryAsync(manifest.Fingerprint, entry, CancellationToken.None);
        return true;
    }

    private bool Compare(Manifest ours, Manifest theirs)
    {
        string[] differing = [.. Differences.Between(ours.Outputs, theirs.Outputs)];
        if (differing.Length > 0)
        {
            _warn(
                $"{_remote.Name} has other bits of {ours.Target} for the same fingerprint ({string.Join(", ", differing)}); theirs stay. 'research challenge' tells whether ours can be made again."
            );
        }

        return differing.Length == 0;
    }
}
