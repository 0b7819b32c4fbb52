using System.Xml.Linq;
using Research.Report.Figures;
using Research.Report.Input;

namespace Research.Report.Tests.Figures;

public class GraphFigureTests
{
    [Fact]
    public void Every_target_is_a_box_and_every_dependency_a_line_from_left_to_right()
    {
        TargetNode[] nodes =
        [
            new("data:a", 0, []),
            new("features:a:mfcc", 1, ["data:a"]),
            new("S.One", 2, ["data:a", "features:a:mfcc"]),
            new("S.Two", 2, ["S.One"]),
        ];
        XElement svg = XElement.Parse(GraphFigure.Draw(nodes).ToMarkup("g"));
        Assert.Equal(["a", "mfcc", "S.One", "S.Two"], Samples.Texts(svg));
        Assert.Equal(4, Samples.OfClass(svg, "path", "edge").Length);
        double[] left = [.. Samples.OfClass(svg, "rect", "node").Select(box => (double)box.Attribute("x")!)];
        Assert.True(left[0] < left[1] && left[1] < left[2] && left[2] < left[3]); // what reads an experiment stands beyond it
    }
}
