using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports.Formats;

/// <summary>bom.cdx.json: every package that the checkout restores, as a CycloneDX 1.6 bill of materials, from the committed lock files and packages.csv.</summary>
/// <remarks>
/// The content hash of a lock file is SHA-512 over a package without its signature, so no file of a registry has it: it is a property here and no hash of the component. Packages of tests and tools have the scope "excluded".
/// </remarks>
internal static class CycloneDx
{
    private const string File = "bom.cdx.json";
    private const string HashProperty = "research:nuget:contentHash";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        IReadOnlyList<Package> packages = PackageList.Of(input.Root);
        JsonArray components = JsonText.Array(packages.Select(Component));
        yield return JsonText.File(
            File,
            new JsonObject
            {
                ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
                ["bomFormat"] = "CycloneDX",
                ["specVersion"] = "1.6",
                ["serialNumber"] = SerialNumber(components.ToJsonString() + input.Citation.Version),
                ["version"] = 1,
                ["metadata"] = Metadata(input.Citation),
                ["components"] = components,
                ["dependencies"] = JsonText.Array(Dependencies(input.Citation, packages)),
            }
        );
    }

    private static JsonObject Metadata(CitationFile citation) =>
        new()
        {
            ["timestamp"] = $"{citation.Released}T00:00:00Z",
            ["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "pre-build" }),
            ["component"] = new JsonObject
            {
                ["type"] = "application",
                ["bom-ref"] = RootOf(citation),
                ["name"] = "Research",
                ["version"] = citation.Version,
                ["description"] = citation.Title,
                ["licenses"] = Licences(citation.Licence),
            },
        };

    private static JsonNode Component(Package package) =>
        new JsonObject
        {
            ["type"] = package.UsedBy == "tool" ? "application" : "library",
            ["bom-ref"] = package.Url,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["scope"] = package.UsedBy == "program" ? "required" : "excluded",
            ["licenses"] = Licences(package.Licence),
            ["purl"] = package.Url,
        }.With(
            "properties",
            package.ContentHash.Length == 0
                ? []
                : new JsonArray(new JsonObject { ["name"] = HashProperty, ["value"] = $"sha512-{package.ContentHash}" })
        );

    private static JsonArray Licences(string licence) =>
        Spdx.IsAddress(licence)
            ? new(
                new JsonObject
                {
                    ["license"] = new JsonObject { ["name"] = "see url", ["url"] = licence },
                }
            )
        : !Spdx.IsExpression(licence)
            ? new(new JsonObject { ["license"] = new JsonObject { ["name"] = $"{licence} in the package" } })
        : licence.Contains(' ', StringComparison.Ordinal) ? new(new JsonObject { ["expression"] = licence })
        : new(new JsonObject { ["license"] = new JsonObject { ["id"] = licence } });

    // Which project needs which package, the lock files say for packages alone; the root needs those that no other one needs.
    private static IEnumerable<JsonNode> Dependencies(CitationFile citation, IReadOnlyList<Package> packages)
    {
        HashSet<string> needed = [.. packages.SelectMany(package => package.Needs)];
        yield return Dependency(
            RootOf(citation),
            packages.Where(package => !needed.Contains($"{package.Name}/{package.Version}")).Select(package => package.Url)
        );
        HashSet<string> listed = [.. packages.Select(package => $"{package.Name}/{package.Version}")];
        foreach (Package package in packages)
        {
            yield return Dependency(package.Url, package.Needs.Where(listed.Contains).Select(UrlOf));
        }
    }

    private static JsonObject Dependency(string from, IEnumerable<string> to) =>
        new JsonObject { ["ref"] = from }.With("dependsOn", JsonText.Array(to));

    private static string UrlOf(string need) => $"pkg:nuget/{need.Replace('/', '@')}";

    private static string RootOf(CitationFile citation) => $"research@{citation.Version}";

    // Of the content, so that the same packages give the same number (RFC 9562, version 8).
    private static string SerialNumber(string content)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(content))[..16];
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
