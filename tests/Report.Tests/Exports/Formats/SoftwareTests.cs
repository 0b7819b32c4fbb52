using System.Text.Json;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>.zenodo.json and codemeta.json: the package as CITATION.cff describes it.</summary>
public class SoftwareTests
{
    [Fact]
    public void Zenodo_takes_names_with_the_family_name_first_an_ORCID_without_address_and_HTML()
    {
        JsonElement zenodo = Exported.Of("tiny").Json(".zenodo.json");
        Assert.Equal(
            ("software", "open", "MIT", "1.2.3", "2026-01-02"),
            (
                zenodo.Text("upload_type"),
                zenodo.Text("access_right"),
                zenodo.Text("license"),
                zenodo.Text("version"),
                zenodo.Text("publication_date")
            )
        );
        JsonElement[] creators = [.. zenodo.GetProperty("creators").EnumerateArray()];
        Assert.Equal(("Carberry, Josiah", "0000-0002-1825-0097"), (creators[0].Text("name"), creators[0].Text("orcid")));
        Assert.Equal("The Tiny authors", creators[1].Text("name"));
        Assert.Equal("<p>Studies, re-run. With &quot;quotes&quot; &amp; signs.</p>", zenodo.Text("description"));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Zenodo_is_told_each_related_identifier_once(string name)
    {
        JsonElement[] related = [.. Exported.Of(name).Json(".zenodo.json").GetProperty("related_identifiers").EnumerateArray()];
        string[] identifiers = [.. related.Select(item => item.Text("identifier"))];
        Assert.NotEmpty(identifiers);
        Assert.Equal(identifiers.Distinct(), identifiers);
        Assert.All(identifiers, identifier => Assert.Matches(@"^(10\.\d{4,}/\S+|https?://\S+)$", identifier));
        Assert.All(related, item => Assert.Contains(item.Text("relation"), new[] { "cites", "requires" }));
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void CodeMeta_has_licence_address_people_packages_and_publications(string name)
    {
        Exported export = Exported.Of(name);
        JsonElement meta = export.Json("codemeta.json");
        Assert.Equal(("https://w3id.org/codemeta/3.0", "SoftwareSourceCode"), (meta.Text("@context"), meta.Text("type")));
        Assert.Equal("https://spdx.org/licenses/MIT", meta.Text("license"));
        Assert.Equal(export.Input.Citation.Version, meta.Text("version"));
        Assert.Equal(export.Input.Citation.Authors.Count, meta.GetProperty("author").GetArrayLength());
        Assert.Equal(export.Input.Documents.Count, meta.GetProperty("referencePublication").GetArrayLength());
        Assert.All(
            meta.GetProperty("softwareRequirements").EnumerateArray(),
            item => Assert.StartsWith("pkg:nuget/", item.Text("identifier"), StringComparison.Ordinal)
        );
    }
}
