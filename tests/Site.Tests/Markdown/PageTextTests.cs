using Research.Numerics;

namespace Research.Site.Tests.Markdown;

public sealed class PageTextTests : IDisposable
{
    private readonly TemporaryDocs _docs = new();

    public void Dispose() => _docs.Dispose();

    [Fact]
    public void Links_to_texts_become_links_to_pages_with_their_anchors() =>
        Assert.Contains("<a href=\"guide.html#two-parts\">the guide</a>", _docs.Page("index.html"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_page_is_named_or_linked_where_the_repository_can_be_read()
    {
        _docs.Write("src/Code.cs", "");
        _docs.Write("docs/guide.md", "# Guide\n\nSee [the `code`](../src/Code.cs#L3).\n");
        Assert.Contains("<p>See the <code>code</code>.</p>", _docs.Page("guide.html"), StringComparison.Ordinal);
        Assert.Contains(
            "<a href=\"https://example.org/blob/main/src/Code.cs#L3\">",
            _docs.Page("guide.html", "https://example.org/blob/main/"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://example.org/blob/main/")]
    public void A_link_to_a_file_that_is_not_there_is_refused_by_name(string? files)
    {
        _docs.Write("docs/guide.md", "# Guide\n\nSee [it](../src/Gone.cs#L3).\n");
        var error = Assert.Throws<ResearchException>(() => _docs.Site(files));
        Assert.Equal("docs/guide.md links to '../src/Gone.cs#L3': there is no src/Gone.cs.", error.Message);
    }

    [Fact]
    public void A_picture_comes_along()
    {
        _docs.Write("results/figures.svg", "<svg/>");
        _docs.Write("docs/guide.md", "# Guide\n\n![All figures](../results/figures.svg)\n");
        Assert.Contains(
            "<img src=\"results/figures.svg\" alt=\"All figures\" />",
            _docs.Page("guide.html"),
            StringComparison.Ordinal
        );
        Assert.Equal("<svg/>"u8.ToArray(), _docs.Site()["results/figures.svg"]);
    }

    [Fact]
    public void Markup_in_a_text_is_shown_not_obeyed_and_marks_for_programs_are_not_shown()
    {
        _docs.Write("docs/guide.md", "# Guide\n\n<!-- for\na program -->\n\nA <script>alert(1)</script> & a <b>.\n");
        string page = _docs.Page("guide.html");
        Assert.Contains("A &lt;script&gt;alert(1)&lt;/script&gt; &amp; a &lt;b&gt;.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a program", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_scrolls_by_itself()
    {
        _docs.Write("docs/guide.md", "# Guide\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");
        Assert.Contains("<div class=\"scroll\" tabindex=\"0\"><table>", _docs.Page("guide.html"), StringComparison.Ordinal);
    }
}
