using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Research.Numerics;

namespace Research.Pipeline.Fingerprints;

/// <summary>Everything that a target depends on, leaf by leaf; equal fingerprints give equal bits.</summary>
public sealed class Fingerprint
{
    /// <summary>Name of the leaf of code.</summary>
    internal const string Code = "code";

    public static readonly IReadOnlyList<string> LeafNames = ["data", "upstream", "settings", Code, "packages", "runtime"];

    public Fingerprint(IReadOnlyList<Leaf> leaves)
    {
        Leaves = leaves;
        var text = new StringBuilder();
        foreach (Leaf leaf in leaves)
        {
            text.Append(leaf.Name).Append(' ').Append(leaf.Digest).Append('\n');
        }

        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
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
            json.WritePropertyName(leaf.Name);
            leaf.Write(json);
        }

        json.WriteEndObject();
    }

    /// <exception cref="ResearchException">It is no fingerprint.</exception>
    public static Fingerprint Read(JsonElement json) => new([.. LeafNames.Select(name => Leaf.Read(name, LeafIn(json, name)))]);

    /// <summary>What stands for a leaf in a fingerprint.</summary>
    /// <exception cref="ResearchException">Nothing does.</exception>
    internal static JsonElement LeafIn(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement leaf)
            ? leaf
            : throw new ResearchException($"A fingerprint needs the leaves {string.Join(", ", LeafNames)}; '{name}' is missing.");
}
