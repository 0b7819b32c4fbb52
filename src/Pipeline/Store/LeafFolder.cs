using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text.Json;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>Parts of leaves, packed and named by the leaf's digest: hundreds of fingerprints share one.</summary>
/// <param name="root">Of the store.</param>
/// <param name="owner">The store that keeps what is damaged; null where it is not ours to move.</param>
internal sealed class LeafFolder(string root, string? owner) : IMemberStore
{
    /// <summary>Name of the folder within a store.</summary>
    public const string Folder = "leaves";

    /// <summary>Name of the folder of what is only shown of members.</summary>
    public const string ConstantsFolder = "constants";

    private const string Suffix = ".json.zst";

    private readonly ConcurrentDictionary<string, bool> _present = new();
    private readonly ConcurrentDictionary<(string Name, string Digest), Leaf> _read = new();

    /// <summary>Digest of the leaf that a file of such a folder holds, by the file's name.</summary>
    public static string DigestOf(string fileName) =>
        fileName.EndsWith(Suffix, StringComparison.Ordinal) ? fileName[..^Suffix.Length] : fileName;

    /// <summary>Writes a leaf that is not there yet.</summary>
    public void Keep(Leaf leaf)
    {
        if (!_present.TryAdd(leaf.Digest, true))
        {
            return;
        }

        string path = PathOf(leaf.Digest);
        try
        {
            if (!Touch(path))
            {
                AtomicFile.Write(path, PackedText.Pack(Text(leaf)));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _present.TryRemove(leaf.Digest, out _);
            throw;
        }
    }

    /// <summary>The leaf of that digest; null where there is none, or what there was is damaged and was set aside.</summary>
    /// <param name="name">Which of a fingerprint's leaves it is.</param>
    public Leaf? Find(string name, string digest)
    {
        if (_read.TryGetValue((name, digest), out Leaf? known))
        {
            return known;
        }

        string path = PathOf(digest);
        if (!File.Exists(path))
        {
            return null;
        }

        if (Read(path, name) is { } leaf && leaf.Digest == digest)
        {
            return _read.GetOrAdd((name, digest), leaf);
        }

        _present.TryRemove(digest, out _);
        SetAside(path);
        return null;
    }

    string IMemberStore.DigestOf(IReadOnlyDictionary<string, string> members) => new Leaf(Fingerprint.Code, members).Digest;

    void IMemberStore.Keep(IReadOnlyDictionary<string, string> members, IReadOnlyDictionary<string, string> constants)
    {
        var leaf = new Leaf(Fingerprint.Code, members);
        Keep(leaf);
        if (!Touch(ConstantsPathOf(leaf.Digest)))
        {
            AtomicFile.Write(ConstantsPathOf(leaf.Digest), PackedText.Pack(Text(new Leaf(Fingerprint.Code, constants))));
        }
    }

    IReadOnlyDictionary<string, string> IMemberStore.ConstantsOf(string digest) =>
        Read(ConstantsPathOf(digest), Fingerprint.Code)?.Parts ?? ReadOnlyDictionary<string, string>.Empty;

    IReadOnlyDictionary<string, string>? IMemberStore.Find(string digest) => Find(Fingerprint.Code, digest)?.Parts;

    // Young, so that no pruning takes it before what names it is there.
    internal static bool Touch(string path)
    {
        if (!PlainFile.Exists(path))
        {
            return false;
        }

        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static Leaf? Read(string path, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(PackedText.Unpack(PlainFile.Read(path, PackedText.MostBytes) ?? []));
            return Leaf.Read(name, json.RootElement);
        }
        catch (Exception error)
            when (error is DamagedObjectException or JsonException or InvalidDataException or Numerics.ResearchException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Text(Leaf leaf)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            leaf.Write(json);
        }

        return buffer.WrittenSpan;
    }

    private void SetAside(string path)
    {
        if (owner is not null)
        {
            DamagedFiles.SetAside(owner, path);
        }
    }

    private string ConstantsPathOf(string digest) => Path.Combine(root, ConstantsFolder, digest[..2], digest + Suffix);

    private string PathOf(string digest) => Path.Combine(root, Folder, digest[..2], digest + Suffix);
}
