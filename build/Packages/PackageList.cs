using System.Text.Json;
using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Build.Packages;

/// <summary>Every package that the checkout restores, with its licence: from the lock files, the tools' manifest and the packages' own specifications.</summary>
internal static class PackageList
{
    private const string Program = "program";
    private const string Tests = "tests";
    private const string Tool = "tool";

    /// <param name="root">The checkout, restored.</param>
    /// <exception cref="ResearchException">A package's specification is not among the restored packages.</exception>
    public static ResultTable Of(string root)
    {
        var table = new ResultTable("packages", [.. new[] { "package", "version", "licence", "used_by" }.Select(Column.Text)]);
        foreach ((string package, string version, string user) in Restored(root))
        {
            string licence =
                LicenceOf(package, version)
                ?? throw new ResearchException(
                    $"{package} {version} is not among the restored packages; run: dotnet restore Research.sln && dotnet tool restore"
                );
            table.Add(package, version, licence, user);
        }

        return table;
    }

    /// <summary>Package, version and who uses it, by name.</summary>
    public static IReadOnlyList<(string Package, string Version, string User)> Restored(string root) =>
        [
            .. Locked(root)
                .Concat(Tools(root))
                .Concat(Downloaded(root))
                .GroupBy(item => (item.Package, item.Version))
                .Select(group =>
                    (group.Key.Package, group.Key.Version, group.Select(item => item.User).Min(StringComparer.Ordinal)!)
                )
                .OrderBy(item => item.Package, StringComparer.OrdinalIgnoreCase)
                .ThenBy(item => item.Version, StringComparer.Ordinal),
        ];

    /// <summary>Licence as the package states it; null where it is not restored here.</summary>
    public static string? LicenceOf(string package, string version)
    {
        string name = package.ToLowerInvariant();
        string folder = Path.Combine(Packages(), name, version.ToLowerInvariant());
        if (!Directory.Exists(folder) || Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() is not { } path)
        {
            return null;
        }

        XElement metadata = XDocument.Load(path).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Value(string element) => metadata.Elements().FirstOrDefault(item => item.Name.LocalName == element)?.Value.Trim();
        return Value("license") ?? Value("licenseUrl") ?? "none stated";
    }

    private static string Packages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static IEnumerable<(string Package, string Version, string User)> Locked(string root)
    {
        foreach (string folder in new[] { "src", "experiments", "build", "tests" })
        {
            foreach (
                string file in Directory.EnumerateFiles(
                    Path.Combine(root, folder),
                    "packages.lock.json",
                    SearchOption.AllDirectories
                )
            )
            {
                using var json = JsonDocument.Parse(File.ReadAllText(file));
                foreach (JsonProperty framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
                {
                    foreach (
                        JsonProperty package in framework
                            .Value.EnumerateObject()
                            .Where(item => item.Value.TryGetProperty("resolved", out _))
                    )
                    {
                        yield return (
                            package.Name,
                            package.Value.GetProperty("resolved").GetString()!,
                            folder == "tests" ? Tests : Program
                        );
                    }
                }
            }
        }
    }

    // Packages that a project takes files from, without a reference: the real Cake engine.
    private static IEnumerable<(string Package, string Version, string User)> Downloaded(string root) =>
        XDocument
            .Load(Path.Combine(root, "build", "Build.csproj"))
            .Descendants("PackageDownload")
            .Select(item => (item.Attribute("Include")!.Value, item.Attribute("Version")!.Value.Trim('[', ']'), Program));

    private static IEnumerable<(string Package, string Version, string User)> Tools(string root)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, ".config", "dotnet-tools.json")));
        foreach (JsonProperty tool in json.RootElement.GetProperty("tools").EnumerateObject())
        {
            yield return (tool.Name, tool.Value.GetProperty("version").GetString()!, Tool);
        }
    }
}
