using System.Xml.Linq;
using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class SvgFileTests
{
    [Fact]
    public void A_file_stands_alone_and_says_what_it_shows()
    {
        XElement svg = XDocument.Parse(SvgFile.Of(new Drawing(200, 100, "a < b", "A & B.", "<line x1=\"0\"/>"))).Root!;
        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.Equal(space + "svg", svg.Name);
        Assert.Equal("0 0 200 100", svg.Attribute("viewBox")!.Value);
        Assert.Equal("a < b", svg.Element(space + "title")!.Value);
        Assert.Equal("A & B.", svg.Element(space + "desc")!.Value);
        Assert.Contains(".s8{", svg.Element(space + "style")!.Value, StringComparison.Ordinal);
        Assert.NotNull(svg.Element(space + "line"));
    }

    [Fact]
    public void Lines_end_alike_everywhere() => Assert.DoesNotContain('\r', SvgFile.Of(new Drawing(1, 1, "", "", "")));
}
