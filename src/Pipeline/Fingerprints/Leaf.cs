using Research.Results.Folders;

namespace Research.Pipeline.Fingerprints;

/// <summary>One kind of thing that a target depends on: each part by name, with its value or hash.</summary>
public sealed class Leaf
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _parts;

    public Leaf(string name, IReadOnlyDictionary<string, string> parts)
    {
        Name = name;
        _parts = new Lazy<IReadOnlyDictionary<string, string>>(parts);
        Digest = LeafParts.DigestOf(parts);
    }

    /// <summary>A leaf whose digest is known already; its parts are read when they are first asked for.</summary>
    public Leaf(string name, string digest, Func<IReadOnlyDictionary<string, string>> parts) =>
        (Name, Digest, _parts) = (name, digest, new Lazy<IReadOnlyDictionary<string, string>>(parts));

    /// <summary>data, upstream, settings, code, packages or runtime.</summary>
    public string Name { get; }

    /// <summary>Files, targets, members of the settings, methods, packages, …</summary>
    public IReadOnlyDictionary<string, string> Parts => _parts.Value;

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
