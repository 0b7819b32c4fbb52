using System.Text.Json;

namespace Research.Pipeline.Store.Remote;

/// <summary>What a machine got when it computed a fingerprint anew.</summary>
public sealed record Receipt
{
    private const int MostOutputs = 10_000;

    public required string Target { get; init; }

    /// <summary>The fingerprint's id.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Ordered by path; measured times left out.</summary>
    public required IReadOnlyList<Output> Outputs { get; init; }

    public required string OperatingSystem { get; init; }

    /// <summary>Of the processor, such as X64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Of tensors, such as "research".</summary>
    public required string Engine { get; init; }

    /// <summary>That computed, such as "cpu".</summary>
    public required string Device { get; init; }

    /// <summary>Day in UTC, yyyy-MM-dd.</summary>
    public required string Date { get; init; }

    /// <summary>Files whose bits are not those of a stored result.</summary>
    public IEnumerable<string> DiffersFrom(Manifest stored) => Differences.Between(Outputs, stored.Outputs);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("target", Target);
            json.WriteString("fingerprint", Fingerprint);
            Output.WriteAll(json, Outputs);
            json.WriteString("operatingSystem", OperatingSystem);
            json.WriteString("architecture", Architecture);
            json.WriteString("engine", Engine);
            json.WriteString("device", Device);
            json.WriteString("date", Date);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Null where the bytes are no receipt.</summary>
    public static Receipt? Parse(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return Read(json.RootElement) is { IsWellFormed: true } receipt ? receipt : null;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private bool IsWellFormed =>
        Names.IsDigest(Fingerprint)
        && Outputs.Count <= MostOutputs
        && Outputs.All(output => output.IsWellFormed)
        && new[] { Target, OperatingSystem, Architecture, Engine, Device, Date }.All(Names.IsLine);

    private static Receipt Read(JsonElement json) =>
        new()
        {
            Target = Text(json, "target"),
            Fingerprint = Text(json, "fingerprint"),
            Outputs = Output.ReadAll(json),
            OperatingSystem = Text(json, "operatingSystem"),
            Architecture = Text(json, "architecture"),
            Engine = Text(json, "engine"),
            Device = Text(json, "device"),
            Date = Text(json, "date"),
        };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
