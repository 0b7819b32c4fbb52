using System.Text.Json;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

public class CodeMetaTests
{
    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void It_has_licence_address_people_packages_and_the_studies_that_it_repeats(string name)
    {
        Exported export = Exported.Of(name);
        JsonElement meta = export.Json("codemeta.json");
        Assert.Equal(("https://w3id.org/codemeta/3.0", "SoftwareSourceCode"), (meta.Text("@context"), meta.Text("type")));
        Assert.Equal("https://spdx.org/licenses/MIT", meta.Text("license"));
        Assert.Equal(export.Input.Citation.Version, meta.Text("version"));
        Assert.Equal(export.Input.Citation.Authors.Count, meta.GetProperty("author").GetArrayLength());
        Assert.Equal(export.Input.Documents.Count, meta.GetProperty("citation").GetArrayLength());
        Assert.False(meta.TryGetProperty("referencePublication", out _)); // no text about the package is out
        Assert.All(
            meta.GetProperty("softwareRequirements").EnumerateArray(),
            item => Assert.StartsWith("pkg:nuget/", item.Text("identifier"), StringComparison.Ordinal)
        );
    }
}
