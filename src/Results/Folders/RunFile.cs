using System.Globalization;
using System.Text.Json;
using Research.Numerics;

namespace Research.Results.Folders;

/// <summary>run.json, as a reader of results needs it: what the tables were made from, where, and what that took.</summary>
/// <param name="Fingerprint">Of the tables.</param>
/// <param name="OperatingSystem">Of the machine that made them.</param>
/// <param name="Architecture">Of its processor.</param>
/// <param name="Leaves">Of the tables and of every target upstream of them, by target: what each depends on.</param>
/// <param name="Costs">What making each of them took, where that is known.</param>
public sealed record RunFile(
    string Fingerprint,
    string OperatingSystem,
    string Architecture,
    IReadOnlyDictionary<string, IReadOnlyList<LeafParts>> Leaves,
    IReadOnlyDictionary<string, TargetCost> Costs
)
{
    public const string File = "run.json";

    /// <summary>The record of a folder; null where it has none.</summary>
    /// <exception cref="ResearchException">The file is no run record.</exception>
    public static RunFile? Find(string folder)
    {
        string path = Path.Combine(folder, File);
        try
        {
            return System.IO.File.Exists(path) ? Parse(System.IO.File.ReadAllBytes(path)) : null;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ResearchException($"{path} is no run record: {error.Message} Run the experiment again.", error);
        }
    }

    private static RunFile Parse(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        JsonElement made = json.RootElement.GetProperty("made");
        return new RunFile(
            made.GetProperty("fingerprint").GetString()!,
            made.GetProperty("operatingSystem").GetString()!,
            made.GetProperty("architecture").GetString()!,
            json.RootElement.GetProperty("fingerprints").EnumerateObject().ToDictionary(item => item.Name, LeavesOf),
            json.RootElement.TryGetProperty("costs", out JsonElement costs)
                ? costs.EnumerateObject().ToDictionary(item => item.Name, item => CostOf(item.Value))
                : new Dictionary<string, TargetCost>()
        );
    }

    private static IReadOnlyList<LeafParts> LeavesOf(JsonProperty fingerprint) =>
        [
            .. fingerprint
                .Value.EnumerateObject()
                .Select(leaf => new LeafParts(
                    leaf.Name,
                    leaf.Value.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetString() ?? "")
                )),
        ];

    private static TargetCost CostOf(JsonElement json) =>
        new(
            double.Parse(json.GetProperty("seconds").GetString()!, CultureInfo.InvariantCulture),
            json.GetProperty("peakBytes").GetInt64(),
            json.GetProperty("threads").GetInt32()
        );
}
