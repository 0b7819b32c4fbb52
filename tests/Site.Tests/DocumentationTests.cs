using Research.Numerics;
using Research.Site.Checks;
using Research.Site.Content;
using Research.Tests;

namespace Research.Site.Tests;

public sealed class DocumentationTests : IDisposable
{
    private readonly TemporaryDocs _docs = new();

    public void Dispose() => _docs.Dispose();

    [Fact]
    public void No_link_of_the_committed_texts_leads_nowhere_within_the_site()
    {
        IReadOnlyDictionary<string, byte[]> files = OfTheRepository();
        Assert.True(files.Count > 40);
        Assert.Empty(LinkCheck.Broken(files));
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes()
    {
        IReadOnlyDictionary<string, byte[]> again = OfTheRepository();
        Assert.All(OfTheRepository(), file => Assert.Equal(again[file.Key], file.Value));
    }

    [Fact]
    public void A_page_names_all_others_and_says_which_it_is()
    {
        string guide = _docs.Page("guide.html");
        Assert.Contains("<a href=\"guide.html\" aria-current=\"page\">The guide</a>", guide, StringComparison.Ordinal);
        Assert.Contains("<a href=\"decisions/0001-why.html\">1. Why</a>", guide, StringComparison.Ordinal);
        string decision = _docs.Page("decisions/0001-why.html");
        Assert.Contains("<a href=\"../index.html\">Research</a>", decision, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pages_of_one_path_are_refused()
    {
        var twin = new SitePage("guide.html", "Twin", null, "docs/twin.md", "# Twin\n");
        var error = Assert.Throws<ResearchException>(() => _docs.Site(null, twin));
        Assert.Equal("Two pages of the documentation would be guide.html.", error.Message);
    }

    /// <summary>The site of the committed texts alone, without pages that code writes.</summary>
    internal static IReadOnlyDictionary<string, byte[]> OfTheRepository() =>
        Documentation.Of(
            new SiteInput
            {
                Root = RealData.Repository(),
                Written = [],
                Files = null,
            }
        );
}
