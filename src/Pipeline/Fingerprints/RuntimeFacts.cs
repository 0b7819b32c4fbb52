using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Research.Pipeline.Fingerprints;

/// <summary>The runtime's version, and the switches that the program is started with (runtimeconfig.json).</summary>
internal static class RuntimeFacts
{
    // The name that command lines show, in which the tool and the build differ, and where the source of a program lies that is one file.
    private static readonly string[] ShowInNoResult = ["System.CommandLine.", "EntryPointFile"];

    public static IReadOnlyDictionary<string, string> Read()
    {
        var facts = new Dictionary<string, string> { ["framework"] = RuntimeInformation.FrameworkDescription };
        string? program = Assembly.GetEntryAssembly()?.Location;
        string settings = program is { Length: > 0 } ? Path.ChangeExtension(program, ".runtimeconfig.json") : "";
        return File.Exists(settings) ? facts.Concat(SwitchesIn(File.ReadAllBytes(settings))).ToDictionary() : facts;
    }

    /// <summary>The switches that a runtimeconfig.json sets.</summary>
    internal static IReadOnlyDictionary<string, string> SwitchesIn(byte[] settings)
    {
        using var json = JsonDocument.Parse(settings);
        return json.RootElement.GetProperty("runtimeOptions").TryGetProperty("configProperties", out JsonElement switches)
            ? switches
                .EnumerateObject()
                .Where(item => !ShowInNoResult.Any(name => item.Name.StartsWith(name, StringComparison.Ordinal)))
                .ToDictionary(item => item.Name, item => item.Value.ToString())
            : [];
    }
}
