using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class ScatterChartTests
{
    [Fact]
    public void A_scatter_writes_one_letter_classes_as_themselves_and_gives_others_shapes()
    {
        var chart = new ScatterChart("scores", "Scores", "Mixed.")
        {
            X = new("a", "a"),
            Y = new("b", "b"),
            Colour = new("class", "digit"),
        };
        XElement letters = Assert.Single(Pictures.Of(chart, "a,b,class\n1,2,7\n3,4,9\n5,1,7\n"));
        Assert.Equal(["7", "9", "7"], Pictures.OfClass(letters, "text", "mark").Select(mark => mark.Value));
        XElement shapes = Assert.Single(Pictures.Of(chart, "a,b,class\n1,2,one\n3,4,two\n"));
        Assert.Contains("digit two", Pictures.Texts(shapes));
        XElement box = Assert.Single(Pictures.Of(chart with { Z = new("c", "third") }, "a,b,c,class\n1,2,0,7\n3,4,1,9\n"));
        Assert.Contains("third", Pictures.Texts(box));
    }
}
