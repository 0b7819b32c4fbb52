using System.Text.Json;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>CycloneDX 1.6: unique references, known dependencies, every package of the lock files with its hash and licence.</summary>
public class CycloneDxTests
{
    private const string File = "bom.cdx.json";

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void It_says_what_it_is_and_its_number_is_a_UUID_of_its_content(string name)
    {
        JsonElement bom = Exported.Of(name).Json(File);
        Assert.Equal(
            ("CycloneDX", "1.6", 1),
            (bom.Text("bomFormat"), bom.Text("specVersion"), bom.GetProperty("version").GetInt32())
        );
        Assert.Matches(
            "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            bom.Text("serialNumber")
        );
        Assert.NotEqual(
            Exported.Of("tiny").Json(File).Text("serialNumber"),
            Exported.Of("paper").Json(File).Text("serialNumber")
        );
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void References_stand_once_and_dependencies_lead_to_components(string name)
    {
        JsonElement bom = Exported.Of(name).Json(File);
        string[] components = [.. bom.GetProperty("components").EnumerateArray().Select(component => component.Text("bom-ref"))];
        string root = bom.GetProperty("metadata").GetProperty("component").Text("bom-ref");
        Assert.Equal(components.Distinct(), components);
        JsonElement[] dependencies = [.. bom.GetProperty("dependencies").EnumerateArray()];
        Assert.Equal(components.Prepend(root), dependencies.Select(dependency => dependency.Text("ref")));
        Assert.Subset(
            components.ToHashSet(),
            dependencies
                .Where(dependency => dependency.TryGetProperty("dependsOn", out _))
                .SelectMany(dependency => dependency.GetProperty("dependsOn").EnumerateArray())
                .Select(item => item.GetString()!)
                .ToHashSet()
        );
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_package_has_its_licence_and_the_content_hash_of_the_lock_files(string name)
    {
        Exported export = Exported.Of(name);
        JsonElement[] components = [.. export.Json(File).GetProperty("components").EnumerateArray()];
        IReadOnlyList<Package> packages = PackageList.Of(export.Input.Root);
        Assert.Equal(packages.Count, components.Length);
        Assert.All(
            packages.Zip(components),
            pair =>
            {
                Assert.Equal(pair.First.Url, pair.Second.Text("purl"));
                Assert.Equal(pair.First.UsedBy == "program" ? "required" : "excluded", pair.Second.Text("scope"));
                Assert.Single(pair.Second.GetProperty("licenses").EnumerateArray());
                string? hash = pair.Second.TryGetProperty("properties", out JsonElement properties)
                    ? properties[0].Text("value")
                    : null;
                Assert.Equal(pair.First.ContentHash.Length == 0 ? null : $"sha512-{pair.First.ContentHash}", hash);
            }
        );
    }

    [Fact]
    public void What_a_package_needs_is_told()
    {
        JsonElement dependency = Exported
            .Of("tiny")
            .Json(File)
            .GetProperty("dependencies")
            .EnumerateArray()
            .Single(item => item.Text("ref") == "pkg:nuget/DiffPlex@1.4.4");
        Assert.Equal("pkg:nuget/NETStandard.Library@1.6.1", dependency.GetProperty("dependsOn")[0].GetString());
    }
}
