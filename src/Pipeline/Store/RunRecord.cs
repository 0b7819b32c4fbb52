using System.Buffers;
using System.Text.Json;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Store;

/// <summary>run.json: what a published folder was made from, where, and how long it took. Never compared.</summary>
/// <param name="Profile">quick or paper.</param>
/// <param name="Made">The run, with the digests of its outputs.</param>
/// <param name="Fingerprints">Of the target and of every target upstream of it, leaf by leaf; of trials, one for each code.</param>
/// <param name="Costs">What each of them took, where that is known.</param>
public sealed record RunRecord(
    string Profile,
    Manifest Made,
    IReadOnlyDictionary<string, Fingerprint> Fingerprints,
    IReadOnlyDictionary<string, RunCost> Costs
)
{
    public const string File = "run.json";

    /// <summary>Fingerprint id of every trial.</summary>
    public IReadOnlyDictionary<string, string> Trials { get; init; } = new Dictionary<string, string>();

    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("profile", Profile);
            json.WritePropertyName("made");
            Made.Write(json);
            json.WriteStartObject("fingerprints");
            foreach ((string target, Fingerprint fingerprint) in Fingerprints)
            {
                json.WritePropertyName(target);
                Brief(fingerprint).Write(json);
            }

            json.WriteEndObject();
            json.WriteStartObject("trials");
            foreach ((string target, string fingerprint) in Trials)
            {
                json.WriteString(target, fingerprint);
            }

            json.WriteEndObject();
            json.WriteStartObject("costs");
            foreach ((string target, RunCost cost) in Costs)
            {
                json.WritePropertyName(target);
                cost.Write(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    // Hundreds of methods by the type that holds them: the record stays small enough to be read and committed. The store has them all.
    private static Fingerprint Brief(Fingerprint fingerprint) =>
        new([.. fingerprint.Leaves.Select(leaf => leaf.Name == "code" ? new Leaf(leaf.Name, ByType(leaf.Parts)) : leaf)]);

    private static Dictionary<string, string> ByType(IReadOnlyDictionary<string, string> members) =>
        members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .GroupBy(member => TypeOf(member.Key))
            .ToDictionary(group => group.Key, group => new Leaf("", group.ToDictionary()).Digest[..16]);

    private static string TypeOf(string symbol) =>
        symbol.StartsWith("type ", StringComparison.Ordinal) ? symbol["type ".Length..]
        : symbol.IndexOf("::", StringComparison.Ordinal) is > 0 and int end ? symbol[..end]
        : symbol;

    public static RunRecord Load(string path) => Parse(System.IO.File.ReadAllBytes(path));

    /// <exception cref="Numerics.ResearchException">A fingerprint lacks a leaf.</exception>
    public static RunRecord Parse(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        JsonElement root = json.RootElement;
        return new RunRecord(
            root.GetProperty("profile").GetString()!,
            Manifest.Read(root.GetProperty("made")),
            root.GetProperty("fingerprints")
                .EnumerateObject()
                .ToDictionary(item => item.Name, item => Fingerprint.Read(item.Value)),
            root.TryGetProperty("costs", out JsonElement costs)
                ? costs.EnumerateObject().ToDictionary(item => item.Name, item => RunCost.Read(item.Value))
                : new Dictionary<string, RunCost>()
        )
        {
            Trials = root.TryGetProperty("trials", out JsonElement trials)
                ? trials.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!)
                : new Dictionary<string, string>(),
        };
    }
}
