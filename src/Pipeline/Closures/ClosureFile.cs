using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Closures;

/// <summary>A closure on disk: a digest of what follows, the digest of the code leaf, a line a package, a line a member.</summary>
internal static class ClosureFile
{
    public const string LeafName = "code";

    private const string Package = "package\t";

    public static void Save(string path, CodeClosure closure)
    {
        string text =
            new Leaf(LeafName, closure.Members).Digest
            + "\n"
            + string.Concat(closure.Packages.Select(name => $"{Package}{name}\n"))
            + string.Concat(closure.Members.Select(member => $"{member.Value}\t{member.Key}\n"));
        AtomicFile.Write(path, Digest(path, Encoding.UTF8.GetBytes(text)) + "\n" + text);
    }

    /// <summary>Null where there is none, or a damaged one.</summary>
    public static RememberedClosure? Load(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] all = File.ReadAllBytes(path);
        int end = all.AsSpan().IndexOf((byte)'\n');
        if (end < 0 || Digest(path, all.AsSpan(end + 1)) != Encoding.UTF8.GetString(all, 0, end))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(all, end + 1, all.Length - end - 1);
        int members = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        string leaf = text[..(members - 1)];
        var packages = new List<string>();
        while (text.AsSpan(members).StartsWith(Package))
        {
            int next = text.IndexOf('\n', members) + 1;
            packages.Add(text[(members + Package.Length)..(next - 1)]);
            members = next;
        }

        return new RememberedClosure(new Leaf(LeafName, leaf, () => Members(text[members..])), packages);
    }

    private static Dictionary<string, string> Members(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .ToDictionary(line => line[1], line => line[0]);

    // With the key, so that no closure passes for another.
    private static string Digest(string path, ReadOnlySpan<byte> text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path) + "\n"));
        hash.AppendData(text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
