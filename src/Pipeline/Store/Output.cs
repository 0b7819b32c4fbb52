using System.Security.Cryptography;
using System.Text.Json;

namespace Research.Pipeline.Store;

/// <summary>A file that a target made.</summary>
/// <param name="Path">Within the target's folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256, 64 hexadecimal digits; the object's name in the store.</param>
public sealed record Output(string Path, long Size, string Digest)
{
    /// <summary>Whether the path is a plain file name, the digest one, and the size possible.</summary>
    internal bool IsWellFormed => Names.IsFileName(Path) && Names.IsDigest(Digest) && Size >= 0;

    /// <summary>The files of a folder, ordered by name.</summary>
    public static IEnumerable<Output> In(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(Of);

    /// <summary>Writes a property "outputs" of an open JSON object.</summary>
    internal static void WriteAll(Utf8JsonWriter json, IEnumerable<Output> outputs)
    {
        json.WriteStartArray("outputs");
        foreach (Output output in outputs)
        {
            json.WriteStartObject();
            json.WriteString("path", output.Path);
            json.WriteNumber("size", output.Size);
            json.WriteString("sha256", output.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteAll"/> wrote; nothing is checked.</summary>
    internal static Output[] ReadAll(JsonElement json) => [.. json.GetProperty("outputs").EnumerateArray().Select(Read)];

    private static Output Read(JsonElement json) =>
        new(json.GetProperty("path").GetString()!, json.GetProperty("size").GetInt64(), json.GetProperty("sha256").GetString()!);

    private static Output Of(string path)
    {
        using FileStream content = File.OpenRead(path);
        return new Output(System.IO.Path.GetFileName(path), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
