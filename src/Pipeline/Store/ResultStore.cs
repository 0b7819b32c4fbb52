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
    public string Root => root;

    public string LockOf(string fingerprint) => Path.Combine(root, "locks", fingerprint + ".lock");

    public string CheckpointsOf(string fingerprint) => Path.Combine(root, "checkpoints", fingerprint);

    public string ObjectOf(string digest) => ObjectOf(root, digest);

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
        foreach (Output output in manifest.Outputs)
        {
            Adopt(Path.Combine(folder, output.Path), output.Digest);
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

    /// <summary>Copies an output's bytes while checking them.</summary>
    /// <returns>False where the object is not what it was; it is set aside.</returns>
    public bool Copy(Output output, string path)
    {
        byte[] bytes = File.ReadAllBytes(ObjectOf(output.Digest));
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != output.Digest)
        {
            SetAside(ObjectOf(output.Digest));
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return true;
    }

    /// <summary>Whether every object of a manifest is there, and is what it was.</summary>
    public bool Holds(Manifest manifest) => manifest.Outputs.All(output => IsWhole(output.Digest));

    private bool IsWhole(string digest)
    {
        string path = ObjectOf(digest);
        if (!File.Exists(path))
        {
            return false;
        }

        if (hashes.Of(path) == digest)
        {
            return true;
        }

        SetAside(path);
        return false;
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
        using Staging staging = Stage();
        foreach (Output output in theirs.Outputs.Where(output => !IsWhole(output.Digest)))
        {
            string source = ObjectOf(shared!, output.Digest);
            if (!File.Exists(source) || hashes.Of(source) != output.Digest)
            {
                return false; // not ours to repair: it is made anew here
            }

            string copy = Path.Combine(staging.Path, output.Digest);
            File.Copy(source, copy);
            Adopt(copy, output.Digest);
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

        foreach (Output output in manifest.Outputs)
        {
            string target = ObjectOf(shared, output.Digest);
            if (!File.Exists(target) || hashes.Of(target) != output.Digest)
            {
                AtomicFile.Write(target, File.ReadAllBytes(ObjectOf(output.Digest)));
            }
        }

        AtomicFile.Write(FingerprintOf(shared, fingerprint.Id), Bytes(fingerprint));
        AtomicFile.Write(ManifestOf(shared, manifest.Fingerprint), manifest.ToBytes());
    }

    private void Adopt(string file, string digest)
    {
        string target = ObjectOf(digest);
        if (File.Exists(target) && hashes.Of(target) == digest)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(file, target, overwrite: true);
        File.SetAttributes(target, FileAttributes.ReadOnly);
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

    private static string ObjectOf(string store, string digest) => Path.Combine(store, "objects", digest[..2], digest);

    private static string ManifestOf(string store, string fingerprint) =>
        Path.Combine(store, "runs", fingerprint[..2], fingerprint);

    private static string FingerprintOf(string store, string id) => Path.Combine(store, "fingerprints", id[..2], id + ".json");
}
