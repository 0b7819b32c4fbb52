using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Research.Pipeline.Store;

/// <summary>What one run made, and where and how long it ran.</summary>
/// <remarks>On disk its first line is the digest of the rest, so that a truncated or edited one is seen.</remarks>
public sealed record Manifest
{
    /// <summary>No manifest has more bytes.</summary>
    internal const int MostBytes = 1 << 24;

    public required string Target { get; init; }

    /// <summary>The fingerprint's id.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Ordered by path.</summary>
    public required IReadOnlyList<Output> Outputs { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Largest working set of the worker, bytes.</summary>
    public required long PeakBytes { get; init; }

    public required int Threads { get; init; }

    /// <summary>Where networks were computed, such as cpu, or a GPU and its driver; one that does not say it was made on the CPU.</summary>
    public string Device { get; init; } = RunCost.Cpu;

    public string OperatingSystem { get; init; } = RuntimeInformation.OSDescription;

    public string Architecture { get; init; } = RuntimeInformation.ProcessArchitecture.ToString();

    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Write(json);
        }

        byte[] head = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan)) + "\n");
        return [.. head, .. buffer.WrittenSpan];
    }

    /// <summary>Null where the bytes are not what was written, or name anything but plain files and digests: whoever writes a file can write its digest.</summary>
    public static Manifest? Parse(byte[] bytes)
    {
        int end = Array.IndexOf(bytes, (byte)'\n');
        if (
            end != 64
            || Encoding.ASCII.GetString(bytes, 0, end) != Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(end + 1)))
        )
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(end + 1));
            return Read(json.RootElement) is { IsWellFormed: true } manifest ? manifest : null;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private bool IsWellFormed =>
        Names.IsLine(Target)
        && Names.IsDigest(Fingerprint)
        && Outputs.All(output => output.IsWellFormed)
        && Outputs.DistinctBy(output => output.Path).Count() == Outputs.Count
        && double.IsFinite(Seconds)
        && Seconds >= 0
        && PeakBytes >= 0
        && Threads >= 0
        && Names.IsLine(Device)
        && Names.IsLine(OperatingSystem)
        && Names.IsLine(Architecture);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("target", Target);
        json.WriteString("fingerprint", Fingerprint);
        Output.WriteAll(json, Outputs);
        json.WriteString("seconds", Seconds.ToString("F1", CultureInfo.InvariantCulture));
        json.WriteNumber("peakBytes", PeakBytes);
        json.WriteNumber("threads", Threads);
        json.WriteString("device", Device);
        json.WriteString("operatingSystem", OperatingSystem);
        json.WriteString("architecture", Architecture);
        json.WriteEndObject();
    }

    public static Manifest Read(JsonElement json) =>
        new()
        {
            Target = json.GetProperty("target").GetString()!,
            Fingerprint = json.GetProperty("fingerprint").GetString()!,
            Outputs = Output.ReadAll(json),
            Seconds = double.Parse(json.GetProperty("seconds").GetString()!, CultureInfo.InvariantCulture),
            PeakBytes = json.GetProperty("peakBytes").GetInt64(),
            Threads = json.GetProperty("threads").GetInt32(),
            Device = RunCost.DeviceIn(json),
            OperatingSystem = json.GetProperty("operatingSystem").GetString()!,
            Architecture = json.GetProperty("architecture").GetString()!,
        };
}
