using System.Globalization;
using System.Text.Json;

namespace Research.Pipeline.Store;

/// <summary>What making a target took, on the machine that made it.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakBytes">Largest working set of the worker.</param>
/// <param name="Threads">Threads that it was given.</param>
public sealed record RunCost(double Seconds, long PeakBytes, int Threads)
{
    public static RunCost Of(Manifest manifest) => new(manifest.Seconds, manifest.PeakBytes, manifest.Threads);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("seconds", Seconds.ToString("F1", CultureInfo.InvariantCulture));
        json.WriteNumber("peakBytes", PeakBytes);
        json.WriteNumber("threads", Threads);
        json.WriteEndObject();
    }

    internal static RunCost Read(JsonElement json) =>
        new(
            double.Parse(json.GetProperty("seconds").GetString()!, CultureInfo.InvariantCulture),
            json.GetProperty("peakBytes").GetInt64(),
            json.GetProperty("threads").GetInt32()
        );
}
