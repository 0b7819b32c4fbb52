using System.Xml.Linq;
using Research.Report.Figures;
using Research.Results.Folders;

namespace Research.Report.Tests.Figures;

public class GraphFigureTests
{
    [Fact]
    public void Every_target_is_a_box_and_every_dependency_a_line_from_left_to_right()
    {
        GraphTarget[] nodes =
        [
            new("data:a", "a", GraphTargetKind.Dataset, []),
            new("features:a:mfcc", "mfcc", GraphTargetKind.Features, ["data:a"]),
            new("S.One", "S.One", GraphTargetKind.Experiment, ["data:a", "features:a:mfcc"]),
            new("S.Two", "S.Two", GraphTargetKind.Experiment, ["S.One"]),
        ];
        XElement svg = XElement.Parse(GraphFigure.Draw(nodes).ToMarkup("g"));
        Assert.Equal(["a", "mfcc", "S.One", "S.Two"], Samples.Texts(svg));
        Assert.Equal(4, Samples.OfClass(svg, "path", "edge").Length);
        double[] left = [.. Samples.OfClass(svg, "rect", "node").Select(box => (double)box.Attribute("x")!)];
        Assert.True(left[0] < left[1] && left[1] < left[2] && left[2] < left[3]); // what reads an experiment stands beyond it
    }
}
