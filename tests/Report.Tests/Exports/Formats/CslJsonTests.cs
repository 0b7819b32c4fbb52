using System.Text.Json;
using Research.Tests;

namespace Research.Report.Tests.Exports.Formats;

public class CslJsonTests
{
    private static readonly string[] Types = ["software", "dataset", "report", "thesis", "paper-conference"];

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void It_holds_the_works_of_the_BibTeX_file(string name)
    {
        Exported export = Exported.Of(name);
        Assert.Equal(
            export.Input.Documents.Concat(export.Input.Datasets).Select(work => work.Id).Prepend("research"),
            export.Json("references.csl.json").EnumerateArray().Select(item => item.Text("id"))
        );
    }

    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_item_of_CSL_has_a_type_of_its_schema_a_title_and_named_authors(string name) =>
        Assert.All(
            Exported.Of(name).Json("references.csl.json").EnumerateArray(),
            item =>
            {
                Assert.Contains(item.Text("type"), Types);
                Assert.NotEmpty(item.Text("title"));
                Assert.All(
                    item.GetProperty("author").EnumerateArray(),
                    author =>
                        Assert.True(
                            author.TryGetProperty("literal", out _)
                                || (author.Text("family").Length > 0 && author.Text("given").Length > 0)
                        )
                );
                if (item.TryGetProperty("issued", out JsonElement issued))
                {
                    Assert.InRange(issued.GetProperty("date-parts")[0][0].GetInt32(), 1900, 2100);
                }
            }
        );
}
