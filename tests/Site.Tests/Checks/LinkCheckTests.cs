using System.Text;
using Research.Site.Checks;

namespace Research.Site.Tests.Checks;

public class LinkCheckTests
{
    [Theory]
    [InlineData("<a href=\"b.html\">", null)]
    [InlineData("<a href=\"b.html#there\">", null)]
    [InlineData("<a href=\"#here\"> <h2 id=\"here\">", null)]
    [InlineData("<img src=\"p.svg\">", null)]
    [InlineData("<a href=\"https://example.org/gone\">", null)]
    [InlineData("<a href=\"c.html\">", "a.html: c.html")]
    [InlineData("<a href=\"b.html#gone\">", "a.html: b.html#gone")]
    [InlineData("<a href=\"#gone\">", "a.html: #gone")]
    [InlineData("<img src=\"q.svg\">", "a.html: q.svg")]
    public void A_link_leads_to_a_file_and_to_a_place_in_it(string html, string? expected)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["a.html"] = Encoding.UTF8.GetBytes(html),
            ["b.html"] = "<h2 id=\"there\">"u8.ToArray(),
            ["p.svg"] = [],
        };
        Assert.Equal(expected is null ? [] : [expected], LinkCheck.Broken(files));
    }
}
