using System.Collections.ObjectModel;
using System.Text.Json;
using Research.Numerics;
using Research.Results.Folders;

namespace Research.Pipeline.Fingerprints;

/// <summary>One kind of thing that a target depends on: each part by name, with its value or hash.</summary>
public sealed class Leaf
{
    private readonly Func<IReadOnlyDictionary<string, string>>? _read;
    private IReadOnlyDictionary<string, string>? _parts;

    public Leaf(string name, IReadOnlyDictionary<string, string> parts)
        : this(name, LeafParts.DigestOf(parts), parts) { }

    /// <summary>A leaf whose digest is known, and whose parts are read when they are first asked for.</summary>
    internal Leaf(string name, string digest, Func<IReadOnlyDictionary<string, string>> parts) =>
        (Name, Digest, _read) = (name, digest, parts);

    private Leaf(string name, string digest, IReadOnlyDictionary<string, string> parts) =>
        (Name, Digest, _parts) = (name, digest, parts);

    /// <summary>data, upstream, settings, code, packages or runtime.</summary>
    public string Name { get; }

    /// <summary>Files, targets, members of the settings, methods, packages, …</summary>
    public IReadOnlyDictionary<string, string> Parts => _parts ??= _read!();

    public string Digest { get; }

    public static Leaf Empty(string name) => new(name, ReadOnlyDictionary<string, string>.Empty);

    /// <summary>Writes the parts as one object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach ((string part, string value) in Parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            json.WriteString(part, value);
        }

        json.WriteEndObject();
    }

    /// <exception cref="ResearchException">There is no object, or not one of texts.</exception>
    internal static Leaf Read(string name, JsonElement json)
    {
        var parts = new Dictionary<string, string>();
        foreach (JsonProperty part in json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw NoLeaf(name))
        {
            if (part.Value.ValueKind != JsonValueKind.String || !parts.TryAdd(part.Name, part.Value.GetString()!))
            {
                throw NoLeaf(name);
            }
        }

        return new Leaf(name, parts);
    }

    private static ResearchException NoLeaf(string name) =>
        new($"The leaf '{name}' of a fingerprint is no object of texts, each named once.");

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
