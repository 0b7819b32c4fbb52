using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Research.Results.Folders;

/// <summary>One kind of thing that a target depends on: each part by name, with its value or hash.</summary>
/// <param name="Name">data, upstream, settings, code, packages or runtime.</param>
/// <param name="Parts">Files, targets, members of the settings, types, packages, …</param>
public sealed record LeafParts(string Name, IReadOnlyDictionary<string, string> Parts)
{
    private const int MostLengthBytes = 12; // ten digits, and the signs around the word

    /// <summary>Of names and values, in the order of the names: 64 hexadecimal digits.</summary>
    public string Digest => DigestOf(Parts);

    /// <summary>SHA-256 over names and values, each with its length, in the order of the names.</summary>
    public static string DigestOf(IReadOnlyDictionary<string, string> parts)
    {
        KeyValuePair<string, string>[] ordered = [.. parts];
        if (!IsOrdered(ordered))
        {
            Array.Sort(ordered, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        }

        byte[] text = ArrayPool<byte>.Shared.Rent(ordered.Sum(MostBytes)); // a plan of many trials hashes as many leaves
        int end = 0;
        foreach ((string key, string value) in ordered)
        {
            Append(text, ref end, key, (byte)'=');
            Append(text, ref end, value, (byte)'\n');
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(text.AsSpan(0, end)));
        ArrayPool<byte>.Shared.Return(text);
        return digest;
    }

    private static int MostBytes(KeyValuePair<string, string> part) =>
        Encoding.UTF8.GetMaxByteCount(part.Key.Length + part.Value.Length) + (2 * MostLengthBytes);

    // Its length, a colon, itself, and what ends it.
    private static void Append(byte[] text, ref int end, string word, byte last)
    {
        word.Length.TryFormat(text.AsSpan(end), out int written, default, CultureInfo.InvariantCulture);
        end += written;
        text[end++] = (byte)':';
        end += Encoding.UTF8.GetBytes(word, text.AsSpan(end));
        text[end++] = last;
    }

    // Most are: settings come in the order of their names, and other leaves of a trial have a part or two.
    private static bool IsOrdered(KeyValuePair<string, string>[] parts)
    {
        for (int i = 1; i < parts.Length; i++)
        {
            if (string.CompareOrdinal(parts[i - 1].Key, parts[i].Key) > 0)
            {
                return false;
            }
        }

        return true;
    }
}
