using Research.Results.Folders;

namespace Research.Pipeline.Fingerprints;

/// <summary>One kind of thing that a target depends on: each part by name, with its value or hash.</summary>
public sealed class Leaf
{
    public Leaf(string name, IReadOnlyDictionary<string, string> parts)
    {
        (Name, Parts) = (name, parts);
        Digest = LeafParts.DigestOf(parts);
    }

    /// <summary>data, upstream, settings, code, packages or runtime.</summary>
    public string Name { get; }

    /// <summary>Files, targets, members of the settings, methods, packages, …</summary>
    public IReadOnlyDictionary<string, string> Parts { get; }

    public string Digest { get; }

    public static Leaf Empty(string name) => new(name, new Dictionary<string, string>());

    /// <summary>Parts that differ from an older leaf's.</summary>
    public IEnumerable<LeafChange> Since(Leaf old)
    {
        foreach (string part in Parts.Keys.Union(old.Parts.Keys).Order(StringComparer.Ordinal))
        {
            string? before = old.Parts.GetValueOrDefault(part);
            string? after = Parts.GetValueOrDefault(part);
            if (before != after)
            {
                yield return new LeafChange(Name, part, before, after);
            }
        }
    }
}
