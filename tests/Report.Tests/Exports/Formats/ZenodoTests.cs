using System.Text.Json;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>.zenodo.json: the package as CITATION.cff describes it.</summary>
public class ZenodoTests
{
    [Fact]
    public void It_has_names_with_the_family_name_first_an_ORCID_without_address_and_HTML()
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
    public void It_has_each_related_identifier_once(string name)
    {
        JsonElement[] related = [.. Exported.Of(name).Json(".zenodo.json").GetProperty("related_identifiers").EnumerateArray()];
        string[] identifiers = [.. related.Select(item => item.Text("identifier"))];
        Assert.NotEmpty(identifiers);
        Assert.Equal(identifiers.Distinct(), identifiers);
        Assert.All(identifiers, identifier => Assert.Matches(@"^(10\.\d{4,}/\S+|https?://\S+)$", identifier));
        Assert.All(related, item => Assert.Contains(item.Text("relation"), new[] { "cites", "requires" }));
        Assert.All(
            related,
            item =>
                Assert.Contains(
                    item.Text("resource_type"),
                    new[] { "dataset", "publication-thesis", "publication-report", "publication-conferencepaper" }
                )
        );
    }

    [Fact]
    public void It_refers_to_every_study_that_it_repeats()
    {
        Exported export = Exported.Of("tiny");
        string[] references =
        [
            .. export.Json(".zenodo.json").GetProperty("references").EnumerateArray().Select(item => item.GetString()!),
        ];
        Assert.Equal(export.Input.Documents.Count, references.Length);
        Assert.All(
            export.Input.Documents.Zip(references),
            pair => Assert.Contains(pair.First.Title, pair.Second, StringComparison.Ordinal)
        );
    }
}
