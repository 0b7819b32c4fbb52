using System.Security.Cryptography;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Results by fingerprint: manifests name outputs, outputs are objects named by their digest. What is found wrong is set aside.</summary>
public sealed class ResultStore
{
    private readonly string _root;
    private readonly string? _shared;
    private readonly ObjectFolder _objects;
    private readonly ObjectFolder? _sharedObjects;

    private readonly LeafFolder _leaves;
    private readonly FingerprintFolder _fingerprints;
    private readonly FingerprintFolder? _sharedFingerprints;

    /// <param name="root">A folder of the user's.</param>
    /// <param name="shared">A second folder, which several people share; null for none.</param>
    /// <param name="hashes">Remembered hashes of files.</param>
    public ResultStore(string root, string? shared, FileHashes hashes)
    {
        (_root, _shared) = (root, shared);
        _objects = new(ObjectsOf(root), hashes);
        _leaves = new(root, root);
        _fingerprints = new(root, root, _leaves);
        if (shared is not null)
        {
            _sharedObjects = new(ObjectsOf(shared), hashes);
            _sharedFingerprints = new(shared, root, new LeafFolder(shared, root));
        }
    }

    public string Root => _root;

    /// <summary>Keeps the members of closures, which are leaves of fingerprints too.</summary>
    public IMemberStore Members => _leaves;

    public string LockOf(string fingerprint) => Path.Combine(_root, "locks", fingerprint + ".lock");

    public string CheckpointsOf(string fingerprint) => Path.Combine(_root, "checkpoints", fingerprint);

    /// <summary>Where an output's content lies; null where it does not. Nothing is checked: find its manifest first.</summary>
    public StoredFile? Locate(Output output) => _objects.Find(output).FirstOrDefault();

    /// <summary>A fresh folder on the store's own disk, whose files can become objects by a rename.</summary>
    public Staging Stage() => Staging.Open(Path.Combine(_root, "staging"));

    /// <summary>Deletes what killed runs left.</summary>
    public void Sweep() => Staging.Sweep(Path.Combine(_root, "staging"));

    /// <summary>What a run of that fingerprint made, if every object is there and is what it was.</summary>
    public Manifest? Find(string fingerprint)
    {
        if (Load(_root, fingerprint) is { } own && Holds(own))
        {
            return own;
        }

        return _shared is not null && Load(_shared, fingerprint) is { } theirs && Import(theirs) ? theirs : null;
    }

    /// <summary>The manifest alone, whatever became of its objects; null where there is none.</summary>
    public Manifest? Peek(string fingerprint) => Load(_root, fingerprint);

    /// <summary>Takes a run's files: they become objects, and the manifest appears last.</summary>
    public void Put(Manifest manifest, Fingerprint fingerprint, string folder)
    {
        using (Staging staging = Stage())
        {
            foreach (Output output in manifest.Outputs.Where(output => !IsWhole(output)))
            {
                _objects.Adopt(Path.Combine(folder, output.Path), output.Digest, Path.Combine(staging.Path, output.Digest));
            }
        }

        _fingerprints.Put(fingerprint);
        AtomicFile.Write(ManifestOf(_root, manifest.Fingerprint), manifest.ToBytes());
        Share(manifest, fingerprint);
    }

    /// <summary>The leaves behind a fingerprint's id; null where they are not known or not what they were.</summary>
    public Fingerprint? Leaves(string id) => _fingerprints.Find(id) ?? _sharedFingerprints?.Find(id);

    /// <summary>Remembers the leaves of a fingerprint, so that a later question can be answered.</summary>
    public void Remember(Fingerprint fingerprint) => _fingerprints.Keep(fingerprint);

    /// <summary>Copies an output's content while checking it.</summary>
    /// <returns>False where the object is missing, or not what it was; it is then set aside.</returns>
    public bool Copy(Output output, string path)
    {
        if (Locate(output) is not { } file)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (HashWhileCopying(file, path) == output.Digest)
        {
            return true;
        }

        File.Delete(path);
        SetAside(file.Path);
        return false;
    }

    /// <summary>Whether every object of a manifest is there, and is what it was.</summary>
    public bool Holds(Manifest manifest) => manifest.Outputs.All(IsWhole);

    // What is damaged is set aside, and does not hide what lies whole in the other form.
    private bool IsWhole(Output output)
    {
        foreach (StoredFile file in _objects.Find(output))
        {
            if (_objects.IsWhole(file, output.Digest))
            {
                return true;
            }

            SetAside(file.Path);
        }

        return false;
    }

    private static string HashWhileCopying(StoredFile file, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using FileStream copy = File.Create(path);
        byte[] buffer = new byte[1 << 16];
        try
        {
            using Stream content = file.OpenRead();
            while (content.Read(buffer) is > 0 and int read)
            {
                hash.AppendData(buffer, 0, read);
                copy.Write(buffer, 0, read);
            }
        }
        catch (DamagedObjectException)
        {
            return "";
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Manifest? Load(string store, string fingerprint)
    {
        string path = ManifestOf(store, fingerprint);
        if (!File.Exists(path))
        {
            return null; // as for most of what a plan asks about before a first run; an exception would cost more than the rest of its plan
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (Manifest.Parse(bytes) is { } manifest && manifest.Fingerprint == fingerprint)
            {
                return manifest;
            }

            if (store == _root)
            {
                SetAside(path);
            }

            return null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private bool Import(Manifest theirs)
    {
        foreach (Output output in theirs.Outputs.Where(output => !IsWhole(output)))
        {
            if (_sharedObjects!.FindWhole(output) is not { } file)
            {
                return false; // not ours to repair: it is made anew here
            }

            _objects.Copy(file, output.Digest);
        }

        if (_sharedFingerprints!.Find(theirs.Fingerprint) is { } fingerprint)
        {
            _fingerprints.Put(fingerprint);
        }

        AtomicFile.Write(ManifestOf(_root, theirs.Fingerprint), theirs.ToBytes());
        return Holds(theirs);
    }

    private void Share(Manifest manifest, Fingerprint fingerprint)
    {
        if (_shared is null)
        {
            return;
        }

        foreach (Output output in manifest.Outputs.Where(output => _sharedObjects!.FindWhole(output) is null))
        {
            _sharedObjects!.Copy(Locate(output)!, output.Digest);
        }

        _sharedFingerprints!.Put(fingerprint);
        AtomicFile.Write(ManifestOf(_shared, manifest.Fingerprint), manifest.ToBytes());
    }

    private void SetAside(string path) => DamagedFiles.SetAside(_root, path);

    private static string ObjectsOf(string store) => Path.Combine(store, "objects");

    private static string ManifestOf(string store, string fingerprint) =>
        Path.Combine(store, "runs", fingerprint[..2], fingerprint);
}
