using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Research.Data.Locking;

/// <summary>SHA-1 sums that a dataset's authors published of its archives, as the digest of an entry: "sha1:" and one sum for each of its files, in their order, with commas between.</summary>
/// <remarks>
/// <para>For data of which nobody has published anything better, and which was not at hand to be pinned by content. The archives are kept packed, as the sums are theirs. Of their sizes rounded ones are known at most, so the
/// entry's bytes are a bound.</para>
/// <para>SHA-1 tells what came damaged or as another version. It does not stop an attacker who made two archives with one sum (possible since 2017); to make one for a sum that others published is out of reach as far as is
/// known. The digest of content, SHA-256, is recorded when the sums are first found right, and asked for from then on.</para>
/// </remarks>
internal static class PublishedSums
{
    private const string Sha1Prefix = "sha1:";
    private const int Digits = 40;

    /// <summary>Whether an entry is pinned so.</summary>
    public static bool Pin(DatasetEntry entry) => entry.Digest.StartsWith(Sha1Prefix, StringComparison.Ordinal);

    /// <summary>What is wrong with such an entry, as the end of a sentence; null where nothing is.</summary>
    public static string? FaultOf(DatasetEntry entry)
    {
        string[] sums = Of(entry);
        string? odd = Array.Find(sums, sum => sum.Length != Digits || !sum.All(char.IsAsciiHexDigitLower));
        string?[] kept = [.. entry.Sources.SelectMany(source => source.All).Select(source => source.Keep)];
        return odd is not null ? $"'{odd}' is no SHA-1 sum of {Digits} hexadecimal digits"
            : sums.Length != entry.Files.Count || entry.Count != sums.Length ? "it needs one SHA-1 sum for each of its files"
            : kept.Any(name => name is null || !entry.Files.Contains(name))
                ? "archives with SHA-1 sums are kept as they are, under a name of its files"
            : null;
    }

    /// <summary>The first file under a folder whose sum is another, as a sentence's end; null where all are right.</summary>
    /// <exception cref="IOException">A file is not there or cannot be read.</exception>
    public static string? Difference(DatasetEntry entry, string folder)
    {
        foreach ((string file, string expected) in entry.Files.Zip(Of(entry)))
        {
            string path = Path.Combine(folder, file);
            string sum = File.Exists(path) ? Sum(path) : "no file";
            if (sum != expected)
            {
                return $"{file}: expected SHA-1 {expected}, as its authors published it; got {sum}";
            }
        }

        return null;
    }

    private static string[] Of(DatasetEntry entry) => entry.Digest[Sha1Prefix.Length..].Split(',');

    [SuppressMessage("Security", "CA5350", Justification = "The authors published no other sums; see the remarks.")]
    private static string Sum(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA1.HashData(file));
    }
}
