using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Research.Pipeline.Fingerprints;

/// <summary>The runtime's version, and the switches that the program is started with (runtimeconfig.json).</summary>
internal static class RuntimeFacts
{
    public static IReadOnlyDictionary<string, string> Read()
    {
        var facts = new Dictionary<string, string> { ["framework"] = RuntimeInformation.FrameworkDescription };
        string? program = Assembly.GetEntryAssembly()?.Location;
        string settings = program is { Length: > 0 } ? Path.ChangeExtension(program, ".runtimeconfig.json") : "";
        if (File.Exists(settings))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(settings));
            if (json.RootElement.GetProperty("runtimeOptions").TryGetProperty("configProperties", out JsonElement switches))
            {
                // The tool and the build differ in the name that their command lines show, and in nothing else.
                foreach (
                    JsonProperty item in switches
                        .EnumerateObject()
                        .Where(item => !item.Name.StartsWith("System.CommandLine.", StringComparison.Ordinal))
                )
                {
                    facts[item.Name] = item.Value.ToString();
                }
            }
        }

        return facts;
    }
}
