using System.Buffers;
using System.Text.Json;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store;

/// <summary>The leaves behind each fingerprint's id, packed. Those of code are large and shared by many targets: a fingerprint names theirs by its digest.</summary>
/// <param name="root">Of the store.</param>
/// <param name="owner">The store that keeps what is damaged; null where it is not ours to move.</param>
/// <param name="leaves">Of the same store.</param>
internal sealed class FingerprintFolder(string root, string? owner, LeafFolder leaves)
{
    /// <summary>Name of the folder within a store.</summary>
    public const string Folder = "fingerprints";

    private const string Suffix = ".json.zst";
    private const string SuffixBefore = ".json"; // of stores before 2026-11-30, not packed

    /// <summary>Writes a fingerprint, anew where it is there.</summary>
    public void Put(Fingerprint fingerprint)
    {
        leaves.Keep(fingerprint[Fingerprint.Code]);
        AtomicFile.Write(PathOf(fingerprint.Id), Packed(fingerprint));
    }

    /// <summary>Writes a fingerprint that is not there yet.</summary>
    public void Keep(Fingerprint fingerprint)
    {
        leaves.Keep(fingerprint[Fingerprint.Code]);
        if (Existing(fingerprint.Id) is null)
        {
            AtomicFile.Write(PathOf(fingerprint.Id), Packed(fingerprint));
        }
    }

    /// <summary>The fingerprint of that id; null where it is not known, or what there was is damaged and was set aside.</summary>
    public Fingerprint? Find(string id)
    {
        if (Existing(id) is not { } path)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Content(path));
            if (Read(json.RootElement) is not { } found)
            {
                return null; // a leaf of it is not known
            }

            if (found.Id == id)
            {
                return found;
            }
        }
        catch (Exception error)
            when (error is DamagedObjectException or JsonException or ResearchException or InvalidDataException)
        {
            // Set aside, as what has another id is.
        }

        SetAside(path);
        return null;
    }

    /// <summary>Digest of the leaf that a file of such a folder names; null where it names none.</summary>
    public static string? LeafNamedIn(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(Content(path));
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(Fingerprint.Code, out JsonElement leaf)
                && leaf.ValueKind == JsonValueKind.String
                ? leaf.GetString()
                : null;
        }
        catch (Exception error) when (error is DamagedObjectException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private Fingerprint? Read(JsonElement json)
    {
        var found = new List<Leaf>();
        foreach (string name in Fingerprint.LeafNames)
        {
            JsonElement stored = Fingerprint.LeafIn(json, name);
            Leaf? leaf =
                stored.ValueKind == JsonValueKind.String && stored.GetString() is var digest && Names.IsDigest(digest)
                    ? leaves.Find(name, digest!)
                    : Leaf.Read(name, stored);
            if (leaf is null)
            {
                return null;
            }

            found.Add(leaf);
        }

        return new Fingerprint(found);
    }

    private static byte[] Content(string path)
    {
        byte[] bytes = PlainFile.Read(path, PackedText.MostBytes) ?? throw new InvalidDataException($"{path} is no plain file.");
        return path.EndsWith(Suffix, StringComparison.Ordinal) ? PackedText.Unpack(bytes) : bytes;
    }

    private static byte[] Packed(Fingerprint fingerprint)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (Leaf leaf in fingerprint.Leaves)
            {
                json.WritePropertyName(leaf.Name);
                if (leaf.Name == Fingerprint.Code)
                {
                    json.WriteStringValue(leaf.Digest);
                }
                else
                {
                    leaf.Write(json);
                }
            }

            json.WriteEndObject();
        }

        return PackedText.Pack(buffer.WrittenSpan);
    }

    private void SetAside(string path)
    {
        if (owner is not null)
        {
            DamagedFiles.SetAside(owner, path);
        }
    }

    private string? Existing(string id)
    {
        string before = Path.Combine(root, Folder, id[..2], id + SuffixBefore);
        return File.Exists(PathOf(id)) ? PathOf(id)
            : File.Exists(before) ? before
            : null;
    }

    private string PathOf(string id) => Path.Combine(root, Folder, id[..2], id + Suffix);
}
