using Research.Numerics;
using Research.Site.Content;

namespace Research.Site.Tests.Content;

public sealed class ContentsTests : IDisposable
{
    private readonly TemporaryDocs _docs = new();

    public void Dispose() => _docs.Dispose();

    [Fact]
    public void The_front_page_comes_first_then_the_list_then_the_decisions() =>
        Assert.Equal(
            [
                ("index.html", null),
                ("guide.html", "Guides"),
                ("decisions/0001-why.html", "Decisions"),
                ("contents.html", null),
                ("decisions/index.html", null),
            ],
            Contents.Of(_docs.Root).Select(page => (page.Path, page.Chapter))
        );

    [Fact]
    public void The_folder_of_decisions_and_the_licence_are_pages_to_which_texts_can_lead()
    {
        _docs.Write("LICENSE", "MIT\n  as is\n");
        SitePage[] pages = [.. Contents.Of(_docs.Root)];
        SitePage decisions = pages.Single(page => page.Source == "docs/adr");
        Assert.Contains("- [1. Why](adr/0001-why.md)\n", decisions.Text, StringComparison.Ordinal);
        Assert.Equal(("licence.html", "# Licence\n\n```\nMIT\n  as is\n```\n"), (pages[^1].Path, pages[^1].Text));
    }

    [Fact]
    public void A_text_that_lies_elsewhere_in_the_repository_can_be_listed()
    {
        _docs.Write("SECURITY.md", "# Security\n");
        _docs.Write("results/paper/REPORT.md", "# Report\n");
        _docs.Write(
            "docs/contents.md",
            "## Guides\n\n- [The guide](guide.md)\n\n## More\n\n- [Safe](../SECURITY.md)\n- [All](../results/paper/REPORT.md)\n"
        );
        SitePage[] more = [.. Contents.Of(_docs.Root).Where(page => page.Chapter == "More")];
        Assert.Equal(["SECURITY.md", "results/paper/REPORT.md"], more.Select(page => page.Source));
        Assert.Equal(["security.html", "results-paper-report.html"], more.Select(page => page.Path));
    }

    [Fact]
    public void A_text_that_the_list_leaves_out_is_named()
    {
        _docs.Write("docs/lost.md", "# Lost\n");
        var error = Assert.Throws<ResearchException>(() => Contents.Of(_docs.Root));
        Assert.StartsWith("docs/contents.md does not list docs/lost.md; add a line", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_listed_and_not_there_is_named()
    {
        _docs.Write("docs/contents.md", "## Guides\n\n- [The guide](guide.md)\n- [Gone](gone.md)\n");
        var error = Assert.Throws<ResearchException>(() => Contents.Of(_docs.Root));
        Assert.Equal("docs/contents.md lists docs/gone.md, which is not there.", error.Message);
    }
}
