using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Research.Pipeline.Store.Remote;

/// <summary>Results that others made and signed: read ahead of a plan into the own store, never believed without a trusted signature and right digests.</summary>
/// <param name="remote">Where they are.</param>
/// <param name="trusted">Whose signatures count; null where a person vouches for the place, such as a file that they named.</param>
/// <param name="warn">Receives a line for a person; each is said once.</param>
internal sealed class RemoteStore(IRemote remote, TrustedKeys? trusted, Action<string> warn)
{
    /// <summary>Requests at a time.</summary>
    public const int Parallel = 8;

    /// <summary>Kind of an entry: the manifest of a result.</summary>
    public const string Kind = "research result 1";

    private const int MostBytes = Manifest.MostBytes + (1 << 14); // with its signatures

    private readonly ConcurrentDictionary<string, bool> _said = new();
    private volatile bool _dead;

    /// <summary>Looks for results of these fingerprints and brings what they consist of.</summary>
    /// <param name="lacks">Whether an output is not in the own store.</param>
    /// <param name="spare">A fresh folder on the own store's disk.</param>
    /// <param name="keep">Takes a whole result: its manifest, and the files by digest.</param>
    public void Fetch(
        IReadOnlyCollection<string> fingerprints,
        Func<Output, bool> lacks,
        string spare,
        Action<Manifest, IReadOnlyDictionary<string, string>> keep
    )
    {
        if (trusted is { All.Count: 0 })
        {
            Warn($"{remote.Name} is not looked at: no key is in {TrustedKeys.File} ('research cache trust KEY' adds one).");
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel };
        System
            .Threading.Tasks.Parallel.ForEachAsync(
                fingerprints,
                options,
                async (fingerprint, cancellation) =>
                {
                    try
                    {
                        await FetchAsync(fingerprint, lacks, spare, keep, cancellation);
                    }
                    catch (RemoteException error)
                    {
                        _dead = true;
                        Warn($"{error.Message} The run goes on without it.");
                    }
                }
            )
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>The manifest of that fingerprint if a trusted key signed it.</summary>
    public async Task<Manifest?> FindAsync(string fingerprint, CancellationToken cancellation)
    {
        if (await remote.EntryAsync(fingerprint, MostBytes, cancellation) is not { } bytes)
        {
            return null;
        }

        if (
            SignedText.Parse(bytes, Kind) is not { } text
            || Manifest.Parse(text.Body) is not { } manifest
            || manifest.Fingerprint != fingerprint
        )
        {
            Warn($"{remote.Name} has entries that are no record of the result they are named for; they are not used.");
            return null;
        }

        if (trusted is not null && text.SignersAmong(trusted).Count == 0)
        {
            Warn($"{remote.Name} has results that no key in {TrustedKeys.File} signed; they are not used.");
            return null;
        }

        return manifest;
    }

    private async Task FetchAsync(
        string fingerprint,
        Func<Output, bool> lacks,
        string spare,
        Action<Manifest, IReadOnlyDictionary<string, string>> keep,
        CancellationToken cancellation
    )
    {
        if (_dead || await FindAsync(fingerprint, cancellation) is not { } manifest)
        {
            return;
        }

        var files = new Dictionary<string, string>();
        foreach (Output output in manifest.Outputs.DistinctBy(own => own.Digest).Where(lacks))
        {
            string file = Path.Combine(spare, Guid.NewGuid().ToString("N"));
            if (_dead || !await BringAsync(output, file, cancellation))
            {
                return;
            }

            files.Add(output.Digest, file);
        }

        keep(manifest, files);
    }

    private async Task<bool> BringAsync(Output output, string file, CancellationToken cancellation)
    {
        bool came = await remote.FetchAsync(output.Digest, output.Size, file, cancellation);
        if (came && DigestOf(file) == output.Digest)
        {
            return true;
        }

        Warn($"{remote.Name} names results whose files are missing or damaged there; they are not used.");
        return false;
    }

    private static string DigestOf(string file)
    {
        using FileStream content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private void Warn(string line)
    {
        if (_said.TryAdd(line, true))
        {
            warn(line);
        }
    }
}
