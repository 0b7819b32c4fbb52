using Research.Site.Content;

namespace Research.Site.Tests.Content;

public class RelativePathsTests
{
    [Theory]
    [InlineData("docs/adr/1.md", "../tool.md", "docs/tool.md")]
    [InlineData("README.md", "docs/tool.md", "docs/tool.md")]
    [InlineData("docs/tool.md", "./a/../b.md", "docs/b.md")]
    [InlineData("README.md", "../../b.md", "b.md")]
    public void A_path_is_read_from_the_file_that_it_stands_in(string file, string relative, string expected) =>
        Assert.Equal(expected, RelativePaths.Resolve(file, relative));

    [Theory]
    [InlineData("a/b.html", "c/d.html", "../c/d.html")]
    [InlineData("index.html", "c/d.html", "c/d.html")]
    [InlineData("a/b.html", "a/d.html", "d.html")]
    [InlineData("a/b/c.html", "a/d.html", "../d.html")]
    public void A_file_is_named_from_another_and_found_again(string file, string other, string expected)
    {
        Assert.Equal(expected, RelativePaths.From(file, other));
        Assert.Equal(other, RelativePaths.Resolve(file, expected));
    }
}
