using System.Globalization;
using System.Text.Json;

namespace Research.Pipeline.Store;

/// <summary>What making a target took, on the machine that made it.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">Largest working set of the worker.</param>
/// <param name="Threads">Threads that it was given.</param>
/// <param name="Device">Where networks were computed.</param>
public sealed record RunCost(double Seconds, long PeakBytes, int Threads, string Device = RunCost.Cpu)
{
    internal const string Cpu = "cpu"; // what a record of an older version means

    public static RunCost Of(Manifest manifest) => new(manifest.Seconds, manifest.PeakBytes, manifest.Threads, manifest.Device);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("seconds", Seconds.ToString("F1", CultureInfo.InvariantCulture));
        json.WriteNumber("peakBytes", PeakBytes);
        json.WriteNumber("threads", Threads);
        if (Device != Cpu)
        {
            json.WriteString("device", Device);
        }

        json.WriteEndObject();
    }

    internal static RunCost Read(JsonElement json) =>
        new(
            double.Parse(json.GetProperty("seconds").GetString()!, CultureInfo.InvariantCulture),
            json.GetProperty("peakBytes").GetInt64(),
            json.GetProperty("threads").GetInt32(),
            DeviceIn(json)
        );

    internal static string DeviceIn(JsonElement json) =>
        json.TryGetProperty("device", out JsonElement device) ? device.GetString()! : Cpu;
}
