using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Data;

namespace Research.Pipeline;

/// <summary>The named hashes of what a result depends on.</summary>
/// <remarks>Code is hashed a whole assembly at a time here; the incremental engine will refine it to methods.</remarks>
public sealed record Fingerprint(
    IReadOnlyDictionary<string, string> Data,
    string Settings,
    IReadOnlyDictionary<string, string> Code,
    IReadOnlyDictionary<string, string> Packages,
    string Runtime
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true, // what follows from the settings is no setting
        Converters = { new JsonStringEnumConverter() },
    };

    public static Fingerprint Of(Experiment experiment, IEnumerable<Dataset> datasets)
    {
        Assembly[] assemblies = [.. Reachable(experiment.GetType().Assembly)];
        return new(
            datasets.ToDictionary(data => data.Id, data => data.Digest),
            Hash(Encoding.UTF8.GetBytes(SettingsOf(experiment))),
            assemblies.Where(IsOurs).ToDictionary(NameOf, assembly => Hash(File.ReadAllBytes(assembly.Location))),
            assemblies
                .Where(assembly => !IsOurs(assembly))
                .ToDictionary(NameOf, assembly => assembly.GetName().Version!.ToString()),
            System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription
        );
    }

    /// <summary>The experiment's record as JSON: every setting, by name.</summary>
    public static string SettingsOf(Experiment experiment) => JsonSerializer.Serialize(experiment, experiment.GetType(), Json);

    private static bool IsOurs(Assembly assembly) => NameOf(assembly).StartsWith("Research.", StringComparison.Ordinal);

    private static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    // Our assemblies and the packages that they use; the framework's are the runtime's.
    private static IEnumerable<Assembly> Reachable(Assembly start)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var found = new SortedDictionary<string, Assembly>(StringComparer.Ordinal);
        var queue = new Queue<Assembly>([start]);
        while (queue.TryDequeue(out Assembly? assembly))
        {
            if (Path.GetDirectoryName(assembly.Location) == framework || !found.TryAdd(NameOf(assembly), assembly))
            {
                continue;
            }

            foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            {
                queue.Enqueue(Assembly.Load(reference));
            }
        }

        return found.Values;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}
