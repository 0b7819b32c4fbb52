using System.Text;
using System.Text.Json;
using Research.Data.Store;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>The keys whose signed results a checkout uses: trusted-keys.json, beside datasets.lock.</summary>
/// <param name="all">In the file's order.</param>
public sealed class TrustedKeys(IReadOnlyList<TrustedKey> all)
{
    /// <summary>Name of the file.</summary>
    public const string File = "trusted-keys.json";

    private const int MostBytes = 1 << 20;

    public IReadOnlyList<TrustedKey> All => all;

    /// <summary>The key of that id; null for none.</summary>
    public TrustedKey? Find(string id) => all.FirstOrDefault(key => key.Id == id);

    /// <summary>The keys of a checkout; none where it has no such file.</summary>
    /// <exception cref="ResearchException">The file is malformed.</exception>
    public static TrustedKeys Of(string root)
    {
        string path = Path.Combine(root, File);
        try
        {
            return PlainFile.Read(path, MostBytes) is { } bytes ? Parse(bytes, path) : new TrustedKeys([]);
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException)
        {
            throw new ResearchException(
                $"{path}: is no list of keys ({error.Message}); each needs a name and a publicKey, as 'research cache trust' writes them.",
                error
            );
        }
    }

    /// <summary>Writes the file with one key more.</summary>
    /// <returns>False where the key is in the list already.</returns>
    /// <exception cref="ResearchException">It is no public key on P-256.</exception>
    public static bool Add(string root, TrustedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!key.IsWellFormed)
        {
            throw new ResearchException(
                $"'{key.Public}' is no public key of ECDSA on NIST P-256 in Base64; 'research cache keygen FILE' prints one."
            );
        }

        TrustedKeys known = Of(root);
        if (known.Find(key.Id) is not null)
        {
            return false;
        }

        AtomicFile.Write(Path.Combine(root, File), Text([.. known.All, key]));
        return true;
    }

    private static TrustedKeys Parse(byte[] bytes, string path)
    {
        using var json = JsonDocument.Parse(bytes);
        TrustedKey[] keys =
        [
            .. json
                .RootElement.GetProperty("keys")
                .EnumerateArray()
                .Select(key => new TrustedKey(
                    key.GetProperty("name").GetString() ?? "",
                    key.GetProperty("publicKey").GetString() ?? ""
                )),
        ];
        int wrong = Array.FindIndex(keys, key => !key.IsWellFormed);
        return wrong < 0
            ? new TrustedKeys(keys)
            : throw new ResearchException(
                $"{path}: key {wrong + 1} needs a name and a public key of ECDSA on NIST P-256 in Base64."
            );
    }

    private static string Text(TrustedKey[] keys)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (TrustedKey key in keys)
            {
                json.WriteStartObject();
                json.WriteString("name", key.Name);
                json.WriteString("publicKey", key.Public);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
