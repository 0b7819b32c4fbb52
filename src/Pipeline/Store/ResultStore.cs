using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Store;

/// <summary>Results by fingerprint: manifests name outputs, outputs are objects named by their digest. What is found wrong is set aside.</summary>
/// <param name="root">A folder of the user's.</param>
/// <param name="shared">A second folder, which several people share; null for none.</param>
/// <param name="hashes">Remembered hashes of files.</param>
public sealed class ResultStore(string root, string? shared, FileHashes hashes)
{
    private readonly ObjectFolder _objects = new(ObjectsOf(root), hashes);
    private readonly ObjectFolder? _sharedObjects = shared is null ? null : new(ObjectsOf(shared), hashes);

    public string Root => root;

    public string LockOf(string fingerprint) => Path.Combine(root, "locks", fingerprint + ".lock");

    public string CheckpointsOf(string fingerprint) => Path.Combine(root, "checkpoints", fingerprint);

    /// <summary>Where an output's content lies; null where it does not. Nothing is checked: find its manifest first.</summary>
    public StoredFile? Locate(Output output) => _objects.Find(output).FirstOrDefault();

    /// <summary>A fresh folder on the store's own disk, whose files can become objects by a rename.</summary>
    public Staging Stage() => Staging.Open(Path.Combine(root, "staging"));

    /// <summary>Deletes what killed runs left.</summary>
    public void Sweep() => Staging.Sweep(Path.Combine(root, "staging"));

    /// <summary>What a run of that fingerprint made, if every object is there and is what it was.</summary>
    public Manifest? Find(string fingerprint)
    {
        if (Load(root, fingerprint) is { } own && Holds(own))
        {
            return own;
        }

        return shared is not null && Load(shared, fingerprint) is { } theirs && Import(theirs) ? theirs : null;
    }

    /// <summary>The manifest alone, whatever became of its objects; null where there is none.</summary>
    public Manifest? Peek(string fingerprint) => Load(root, fingerprint);

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

        AtomicFile.Write(FingerprintOf(root, fingerprint.Id), Bytes(fingerprint));
        AtomicFile.Write(ManifestOf(root, manifest.Fingerprint), manifest.ToBytes());
        Share(manifest, fingerprint);
    }

    /// <summary>The leaves behind a fingerprint's id; null where they are not known or not what they were.</summary>
    public Fingerprint? Leaves(string id)
    {
        foreach (string store in shared is null ? [root] : new[] { root, shared })
        {
            string path = FingerprintOf(store, id);
            if (File.Exists(path))
            {
                try
                {
                    using var json = JsonDocument.Parse(File.ReadAllBytes(path));
                    Fingerprint found = Fingerprint.Read(json.RootElement);
                    if (found.Id == id)
                    {
                        return found;
                    }
                }
                catch (Exception error)
                    when (error is JsonException or InvalidOperationException or ArgumentException or Numerics.ResearchException)
                {
                    SetAside(path);
                }
            }
        }

        return null;
    }

    /// <summary>Remembers the leaves of a fingerprint, so that a later question can be answered.</summary>
    public void Remember(Fingerprint fingerprint)
    {
        if (!File.Exists(FingerprintOf(root, fingerprint.Id)))
        {
            AtomicFile.Write(FingerprintOf(root, fingerprint.Id), Bytes(fingerprint));
        }
    }

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
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (Manifest.Parse(bytes) is { } manifest && manifest.Fingerprint == fingerprint)
            {
                return manifest;
            }

            if (store == root)
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

        if (File.Exists(FingerprintOf(shared!, theirs.Fingerprint)))
        {
            AtomicFile.Write(
                FingerprintOf(root, theirs.Fingerprint),
                File.ReadAllBytes(FingerprintOf(shared!, theirs.Fingerprint))
            );
        }

        AtomicFile.Write(ManifestOf(root, theirs.Fingerprint), theirs.ToBytes());
        return Holds(theirs);
    }

    private void Share(Manifest manifest, Fingerprint fingerprint)
    {
        if (shared is null)
        {
            return;
        }

        foreach (Output output in manifest.Outputs.Where(output => _sharedObjects!.FindWhole(output) is null))
        {
            _sharedObjects!.Copy(Locate(output)!, output.Digest);
        }

        AtomicFile.Write(FingerprintOf(shared, fingerprint.Id), Bytes(fingerprint));
        AtomicFile.Write(ManifestOf(shared, manifest.Fingerprint), manifest.ToBytes());
    }

    private void SetAside(string path)
    {
        string damaged = Path.Combine(root, "damaged", $"{Path.GetFileName(path)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        try
        {
            File.Move(path, damaged);
        }
        catch (FileNotFoundException)
        {
            // Another run set it aside first.
        }
    }

    private static byte[] Bytes(Fingerprint fingerprint)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            fingerprint.Write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string ObjectsOf(string store) => Path.Combine(store, "objects");

    private static string ManifestOf(string store, string fingerprint) =>
        Path.Combine(store, "runs", fingerprint[..2], fingerprint);

    private static string FingerprintOf(string store, string id) => Path.Combine(store, "fingerprints", id[..2], id + ".json");
}
