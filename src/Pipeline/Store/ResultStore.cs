using System.Security.Cryptography;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Results by fingerprint: manifests name outputs, outputs are objects named by their digest. What is found wrong is set aside.</summary>
public sealed class ResultStore : IDisposable
{
    private readonly string _root;
    private readonly ObjectFolder _objects;
    private readonly LeafFolder _leaves;
    private readonly FingerprintFolder _fingerprints;
    private readonly SharedStore? _shared;
    private readonly IOtherStore? _others;

    /// <param name="root">A folder of the user's.</param>
    /// <param name="shared">A second folder, which several people share; null for none.</param>
    /// <param name="others">Results of others, which this store closes at its end; null for none.</param>
    /// <param name="hashes">Remembered hashes of files.</param>
    /// <param name="warn">Receives a line for a person, where one of the others is not what it should be.</param>
    public ResultStore(string root, string? shared, IOtherStore? others, FileHashes hashes, Action<string> warn)
    {
        _root = root;
        _objects = new(ObjectsOf(root), hashes);
        _leaves = new(root, root);
        _fingerprints = new(root, root, _leaves);
        Texts = new(root);
        _shared = shared is null ? null : new SharedStore(shared, hashes, warn);
        _others = others;
    }

    public string Root => _root;

    /// <summary>Keeps the members of closures, which are leaves of fingerprints too.</summary>
    public IMemberStore Members => _leaves;

    /// <summary>Texts that targets were made from.</summary>
    internal TextFolder Texts { get; }

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
        if (Load(fingerprint) is { } own && Holds(own))
        {
            return own;
        }

        return _shared?.Find(fingerprint) is { } theirs && Import(theirs) ? theirs : null;
    }

    /// <summary>Whether others' results can be fetched.</summary>
    public bool HasOthers => _others is not null;

    /// <summary>Brings what others made of these fingerprints into this store; <see cref="Find"/> then has it.</summary>
    public void Fetch(IReadOnlyCollection<string> fingerprints)
    {
        if (_others is not null && fingerprints.Count > 0)
        {
            Fetch(_others, fingerprints);
        }
    }

    /// <summary>The same from others that this store does not know.</summary>
    public void Fetch(IOtherStore others, IReadOnlyCollection<string> fingerprints)
    {
        ArgumentNullException.ThrowIfNull(others);
        using Staging staging = Stage();
        others.Fetch(fingerprints, output => !IsWhole(output), staging.Path, Keep);
    }

    /// <summary>Gives a stored result to others, some time before this store is closed, where they take any.</summary>
    public void Give(Manifest manifest) => _others?.Give(manifest, Locate);

    /// <summary>Waits for what is being given to others.</summary>
    public void Dispose() => _others?.Dispose();

    /// <summary>Marks a result as in use, so that no pruning takes it, or what it names, for the next hour.</summary>
    public void Use(Manifest manifest) => LeafFolder.Touch(ManifestOf(_root, manifest.Fingerprint));

    /// <summary>Takes a result out of this store; pruning takes its files.</summary>
    public void Forget(string fingerprint)
    {
        string manifest = ManifestOf(_root, fingerprint);
        if (File.Exists(manifest))
        {
            File.SetAttributes(manifest, FileAttributes.Normal); // which Windows asks for
            File.Delete(manifest);
        }
    }

    /// <summary>The manifest alone, whatever became of its objects; null where there is none.</summary>
    public Manifest? Peek(string fingerprint) => Load(fingerprint);

    /// <summary>Whether a result of that fingerprint was stored and is no longer whole: its manifest or a file of it was damaged, or is gone.</summary>
    public bool IsDamaged(string fingerprint) =>
        DamagedFiles.Has(_root, fingerprint) || (Load(fingerprint) is { } own && !Holds(own));

    /// <summary>Whether a part of a result, whole now, was damaged before and lies among what was set aside.</summary>
    public bool WasDamaged(Manifest manifest) =>
        DamagedFiles.Has(_root, manifest.Fingerprint)
        || manifest.Outputs.SelectMany(output => ObjectFolder.NamesOf(output.Digest)).Any(name => DamagedFiles.Has(_root, name));

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
        _shared?.Put(manifest, fingerprint, output => Locate(output)!);
        Give(manifest);
    }

    private void Keep(Manifest theirs, IReadOnlyDictionary<string, string> files)
    {
        foreach ((string digest, string file) in files)
        {
            _objects.Adopt(file, digest, file + ".zst");
        }

        AtomicFile.Write(ManifestOf(_root, theirs.Fingerprint), theirs.ToBytes());
    }

    /// <summary>The leaves behind a fingerprint's id; null where they are not known or not what they were.</summary>
    public Fingerprint? Leaves(string id) => _fingerprints.Find(id) ?? _shared?.Leaves(id);

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

    private Manifest? Load(string fingerprint)
    {
        string path = ManifestOf(_root, fingerprint);
        if (!File.Exists(path))
        {
            return null; // as for most of what a plan asks about before a first run; an exception would cost more than the rest of its plan
        }

        try
        {
            if (Manifest.Parse(File.ReadAllBytes(path)) is { } manifest && manifest.Fingerprint == fingerprint)
            {
                return manifest;
            }

            SetAside(path);
            return null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private bool Import(Manifest theirs)
    {
        if (!_shared!.CopyTo(_objects, theirs.Outputs.Where(output => !IsWhole(output))))
        {
            return false; // not ours to repair: it is made anew here
        }

        if (_shared.Leaves(theirs.Fingerprint) is { } fingerprint)
        {
            _fingerprints.Put(fingerprint);
        }

        AtomicFile.Write(ManifestOf(_root, theirs.Fingerprint), theirs.ToBytes());
        return Holds(theirs);
    }

    private void SetAside(string path) => DamagedFiles.SetAside(_root, path);

    internal static string ObjectsOf(string store) => Path.Combine(store, "objects");

    internal static string ManifestOf(string store, string fingerprint) =>
        Path.Combine(store, "runs", fingerprint[..2], fingerprint);
}
