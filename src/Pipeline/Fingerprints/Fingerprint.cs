using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Research.Numerics;

namespace Research.Pipeline.Fingerprints;

/// <summary>Everything that a target depends on, leaf by leaf; equal fingerprints give equal bits.</summary>
public sealed class Fingerprint
{
    public static readonly IReadOnlyList<string> LeafNames = ["data", "upstream", "settings", "code", "packages", "runtime"];

    public Fingerprint(IReadOnlyList<Leaf> leaves)
    {
        Leaves = leaves;
        string text = string.Concat(leaves.Select(leaf => $"{leaf.Name} {leaf.Digest}\n"));
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>64 hexadecimal digits, which follow from the leaves.</summary>
    public string Id { get; }

    /// <summary>In the order of <see cref="LeafNames"/>.</summary>
    public IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>The leaf of that name.</summary>
    public Leaf this[string name] => Leaves.Single(leaf => leaf.Name == name);

    /// <summary>Parts that differ from an older fingerprint's.</summary>
    public IReadOnlyList<LeafChange> Since(Fingerprint old) =>
        [
            .. Leaves
                .Zip(old.Leaves)
                .Where(pair => pair.First.Digest != pair.Second.Digest)
                .SelectMany(pair => pair.First.Since(pair.Second)),
        ];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (Leaf leaf in Leaves)
        {
            json.WriteStartObject(leaf.Name);
            foreach ((string part, string value) in leaf.Parts.OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                json.WriteString(part, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <exception cref="ResearchException">It is no fingerprint.</exception>
    public static Fingerprint Read(JsonElement json)
    {
        var leaves = new List<Leaf>();
        foreach (string name in LeafNames)
        {
            if (
                json.ValueKind != JsonValueKind.Object
                || !json.TryGetProperty(name, out JsonElement leaf)
                || leaf.ValueKind != JsonValueKind.Object
            )
            {
                throw new ResearchException(
                    $"A fingerprint needs the leaves {string.Join(", ", LeafNames)}; '{name}' is missing."
                );
            }

            leaves.Add(
                new Leaf(name, leaf.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetString() ?? ""))
            );
        }

        return new Fingerprint(leaves);
    }
}
