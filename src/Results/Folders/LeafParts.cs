using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Research.Results.Folders;

/// <summary>One kind of thing that a target depends on: each part by name, with its value or hash.</summary>
/// <param name="Name">data, upstream, settings, code, packages or runtime.</param>
/// <param name="Parts">Files, targets, members of the settings, types, packages, …</param>
public sealed record LeafParts(string Name, IReadOnlyDictionary<string, string> Parts)
{
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

        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        foreach ((string key, string value) in ordered)
        {
            text.AppendFormatted(key.Length);
            text.AppendLiteral(":");
            text.AppendLiteral(key);
            text.AppendLiteral("=");
            text.AppendFormatted(value.Length);
            text.AppendLiteral(":");
            text.AppendLiteral(value);
            text.AppendLiteral("\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToStringAndClear())));
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
