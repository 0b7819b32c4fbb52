using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Research.Gpu;

/// <summary>Writes a report below results/gpu: a folder a day and card, never over another.</summary>
internal static partial class ReportFiles
{
    /// <returns>The folder.</returns>
    public static string Write(CheckReport report, string text, string root, string? folder)
    {
        string name = Odd()
            .Replace($"{report.Date} {report.Device.Split(',')[0].Replace("cuda: ", "", StringComparison.Ordinal)}", "-");
        string wanted = folder ?? Path.Combine(root, "results", "gpu", name);
        string path = wanted;
        for (int i = 2; Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(); i++)
        {
            path = FormattableString.Invariant($"{wanted}-{i}");
        }

        Directory.CreateDirectory(path);
        File.WriteAllBytes(
            Path.Combine(path, "report.json"),
            [.. JsonSerializer.SerializeToUtf8Bytes(report, ReportJson.Default.CheckReport), (byte)'\n']
        );
        File.WriteAllText(Path.Combine(path, "report.txt"), text + "\n");
        return path;
    }

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex Odd();
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
