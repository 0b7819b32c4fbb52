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
        var text = new StringBuilder();
        foreach ((string key, string value) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            text.Append(key.Length)
                .Append(':')
                .Append(key)
                .Append('=')
                .Append(value.Length)
                .Append(':')
                .Append(value)
                .Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
