using System.Collections.Concurrent;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>A second store, a folder that several people or machines share. What it says is checked before use, and nothing of it is repaired here.</summary>
/// <remarks>
/// A result that is malformed, damaged or out of reach is no result: it is made here, and a warning says so. Digests are not signed, so
/// whoever can write to the folder can give a fingerprint a result of their own (SECURITY.md).
/// </remarks>
/// <param name="root">The folder.</param>
/// <param name="hashes">Remembered hashes of files.</param>
/// <param name="warn">Receives one line for a person.</param>
internal sealed class SharedStore(string root, FileHashes hashes, Action<string> warn)
{
    private readonly ObjectFolder _objects = new(ResultStore.ObjectsOf(root), hashes);
    private readonly FingerprintFolder _fingerprints = new(root, null, new LeafFolder(root, null));
    private readonly ConcurrentDictionary<string, bool> _said = new();

    /// <summary>The manifest of that fingerprint, well-formed; its objects are not looked at.</summary>
    public Manifest? Find(string fingerprint) => Guard("read", () => Load(fingerprint), null);

    /// <summary>Copies the objects that a store lacks; false where one is missing, or not what its name says.</summary>
    public bool CopyTo(ObjectFolder own, IEnumerable<Output> lacking) =>
        Guard("read", () => lacking.All(output => Copy(own, output)), false);

    /// <summary>The leaves behind a fingerprint's id; null where they are not known or not what they were.</summary>
    public Fingerprint? Leaves(string id) => Guard("read", () => _fingerprints.Find(id), null);

    /// <summary>Gives a result to the others.</summary>
    /// <param name="locate">Where an output's content lies in the own store.</param>
    public void Put(Manifest manifest, Fingerprint fingerprint, Func<Output, StoredFile> locate) =>
        Guard(
            "written",
            () =>
            {
                foreach (Output output in manifest.Outputs.Where(output => _objects.FindWhole(output) is null))
                {
                    _objects.Copy(locate(output), output.Digest);
                }

                _fingerprints.Put(fingerprint);
                AtomicFile.Write(ResultStore.ManifestOf(root, manifest.Fingerprint), manifest.ToBytes());
                return true;
            },
            false
        );

    private Manifest? Load(string fingerprint)
    {
        string path = ResultStore.ManifestOf(root, fingerprint);
        if (!File.Exists(path))
        {
            return null; // as for most of what a plan asks about
        }

        if (
            PlainFile.Read(path, Manifest.MostBytes) is { } bytes
            && Manifest.Parse(bytes) is { } manifest
            && manifest.Fingerprint == fingerprint
        )
        {
            return manifest;
        }

        Warn($"{path} is no record of a result as this program writes it; it is not used.");
        return null;
    }

    private bool Copy(ObjectFolder own, Output output)
    {
        if (_objects.FindWhole(output) is { } file)
        {
            own.Copy(file, output.Digest);
            return true;
        }

        Warn($"{root} names a result whose file {output.Path} is missing or damaged there; it is not used.");
        return false;
    }

    private void Warn(string line)
    {
        if (_said.TryAdd(line, true))
        {
            warn(line);
        }
    }

    private T Guard<T>(string how, Func<T> look, T none)
    {
        try
        {
            return look();
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidDataException or DamagedObjectException)
        {
            Warn($"The shared store {root} cannot be {how}: {error.Message}");
            return none;
        }
    }
}
