using System.Text.Json;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

/// <summary>What Croissant 1.0 requires of a dataset.</summary>
public class CroissantTests
{
    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_dataset_of_the_lock_has_a_file(string name)
    {
        Exported export = Exported.Of(name);
        string[] ids = [.. export.Input.Datasets.Select(data => data.Id)];
        Assert.Equal(
            ids,
            export
                .Paths.Where(path => path.StartsWith("croissant/", StringComparison.Ordinal))
                .Select(path => Path.GetFileNameWithoutExtension(path))
        );
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_has_what_is_required_and_its_pinned_digest(string name) =>
        Assert.All(
            All(name),
            data =>
            {
                Assert.Equal("sc:Dataset", data.Text("@type"));
                Assert.Equal("http://mlcommons.org/croissant/1.0", data.Text("conformsTo"));
                Assert.Equal("https://schema.org/", data.GetProperty("@context").Text("@vocab"));
                Assert.All(["name", "description", "url", "version", "citeAs"], member => Assert.NotEmpty(data.Text(member)));
                Assert.Matches(@"^\d{4}(-\d{2}){0,2}$", data.Text("datePublished"));
                Assert.NotEmpty(data.GetProperty("creator").EnumerateArray());
                Assert.Matches("^sha(256|1):", data.GetProperty("identifier").Text("value"));
                Assert.True(
                    data.GetProperty("license").ValueKind == JsonValueKind.String
                        ? data.Text("license").StartsWith("https://spdx.org/licenses/", StringComparison.Ordinal)
                        : data.GetProperty("license").Text("name").Length > 0
                );
            }
        );

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Identifiers_stand_once_and_fields_read_a_file_set_that_is_there(string name) =>
        Assert.All(
            All(name),
            data =>
            {
                JsonElement[] sets = [.. data.GetProperty("distribution").EnumerateArray()];
                JsonElement[] records = [.. data.GetProperty("recordSet").EnumerateArray()];
                JsonElement[] fields = [.. records.SelectMany(record => record.GetProperty("field").EnumerateArray())];
                string[] ids = [.. sets.Concat(records).Concat(fields).Select(item => item.Text("@id"))];
                Assert.NotEmpty(sets);
                Assert.Equal(ids.Distinct(), ids);
                Assert.All(sets, set => Assert.Equal("cr:FileSet", set.Text("@type")));
                Assert.All(
                    fields,
                    field =>
                        Assert.Contains(
                            field.GetProperty("source").GetProperty("fileSet").Text("@id"),
                            sets.Select(set => set.Text("@id"))
                        )
                );
            }
        );

    [Fact]
    public void Braces_of_the_lock_become_patterns_of_their_own_by_extension()
    {
        JsonElement data = Exported.Of("tiny").Json("croissant/fsdd.json");
        Assert.Equal(
            ["index.csv", "a/*.wav", "b/*.wav"],
            data.GetProperty("distribution")
                .EnumerateArray()
                .SelectMany(set => set.GetProperty("includes").EnumerateArray())
                .Select(item => item.GetString())
        );
        Assert.Equal("https://example.org/fsdd.zip", data.GetProperty("isBasedOn")[0].GetString());
    }

    private static IEnumerable<JsonElement> All(string name)
    {
        Exported export = Exported.Of(name);
        return export.Paths.Where(path => path.StartsWith("croissant/", StringComparison.Ordinal)).Select(export.Json);
    }
}
