using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Research.Pipeline;

/// <summary>Provenance of one run: what it depended on, where and how long it ran. Never compared.</summary>
public sealed record RunRecord
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Target { get; init; }

    public required Profile Profile { get; init; }

    public required Fingerprint Fingerprint { get; init; }

    public required JsonElement Settings { get; init; }

    public required string OperatingSystem { get; init; }

    public required string Architecture { get; init; }

    public required int Threads { get; init; }

    public required string Seconds { get; init; }

    public static RunRecord Of(Experiment experiment, Profile profile, Fingerprint fingerprint, TimeSpan duration) =>
        new()
        {
            Target = experiment.Target,
            Profile = profile,
            Fingerprint = fingerprint,
            Settings = JsonDocument.Parse(Fingerprint.SettingsOf(experiment)).RootElement,
            OperatingSystem = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Threads = Numerics.Work.Threads,
            Seconds = duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
        };

    public string ToJson() => JsonSerializer.Serialize(this, Json).ReplaceLineEndings("\n") + "\n";
}
