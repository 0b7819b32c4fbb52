using System.Text.Json;
using Research.Numerics;
using Research.Report.Pages;
using Research.Results.Tables;

namespace Research.Report.Exports.Input;

/// <summary>Every package of packages.csv with what the lock files of all projects say of it.</summary>
internal static class PackageList
{
    private const string LockFile = "packages.lock.json";
    private static readonly string[] Folders = ["src", "experiments", "build", "tests"];

    /// <summary>By name, then version.</summary>
    /// <param name="root">The checkout.</param>
    /// <exception cref="ResearchException">A lock file cannot be read.</exception>
    public static IReadOnlyList<Package> Of(string root)
    {
        Dictionary<string, (string Hash, SortedSet<string> Needs)> locked = Locked(root);
        CsvTable list = DataPage.Packages();
        return
        [
            .. list.Rows.Select(row =>
            {
                (string name, string version) = (list.Cell(row, "package"), list.Cell(row, "version"));
                (string hash, SortedSet<string> needs) = locked.GetValueOrDefault($"{name}/{version}", ("", []));
                return new Package(name, version, list.Cell(row, "licence"), list.Cell(row, "used_by"), hash, [.. needs]);
            }),
        ];
    }

    private static Dictionary<string, (string Hash, SortedSet<string> Needs)> Locked(string root)
    {
        Dictionary<string, (string Hash, SortedSet<string> Needs)> locked = [];
        foreach (string file in LockFiles(root))
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                foreach (JsonProperty framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
                {
                    Add(framework.Value, locked);
                }
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new ResearchException($"{file} is no lock file of packages: {error.Message} Restore again.", error);
            }
        }

        return locked;
    }

    private static IEnumerable<string> LockFiles(string root) =>
        Folders
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, LockFile, SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(root, file).Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)) // of other builds, not committed
            .Order(StringComparer.Ordinal);

    // What a package needs has the version that this lock file resolved.
    private static void Add(JsonElement framework, Dictionary<string, (string Hash, SortedSet<string> Needs)> locked)
    {
        Dictionary<string, JsonElement> resolved = framework
            .EnumerateObject()
            .Where(item => item.Value.TryGetProperty("resolved", out _))
            .ToDictionary(item => item.Name, item => item.Value, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, JsonElement package) in resolved)
        {
            string key = KeyOf(name, package);
            if (!locked.TryGetValue(key, out (string Hash, SortedSet<string> Needs) known))
            {
                known = (package.GetProperty("contentHash").GetString()!, new(StringComparer.Ordinal));
                locked.Add(key, known);
            }

            if (package.TryGetProperty("dependencies", out JsonElement needs))
            {
                known.Needs.UnionWith(
                    needs
                        .EnumerateObject()
                        .Where(need => resolved.ContainsKey(need.Name))
                        .Select(need => KeyOf(need.Name, resolved[need.Name]))
                );
            }
        }
    }

    private static string KeyOf(string name, JsonElement package) => $"{name}/{package.GetProperty("resolved").GetString()}";
}
