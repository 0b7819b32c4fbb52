using System.Xml.Linq;
using Research.Report.Figures;
using Research.Results.Folders;

namespace Research.Report.Tests.Figures;

public class TimelineTests
{
    [Fact]
    public void A_target_begins_when_what_it_is_made_of_is_done()
    {
        GraphTarget[] graph =
        [
            new("data:a", "a", GraphTargetKind.Dataset, []),
            new("features:a:mfcc", "mfcc", GraphTargetKind.Features, ["data:a"]),
            new("S.One", "S.One", GraphTargetKind.Experiment, ["data:a", "features:a:mfcc"]),
        ];
        var costs = new Dictionary<string, TargetCost>
        {
            ["S.One"] = new(6, 0, 1),
            ["S.One:tables"] = new(1, 0, 1),
            ["features:a:mfcc"] = new(3, 0, 1),
        };
        XElement svg = XElement.Parse(Timeline.Draw("One run", costs, graph).ToMarkup("g"));
        double[] starts = [.. Samples.OfClass(svg, "rect", "f1").Select(bar => (double)bar.Attribute("x")!)];
        double[] widths = [.. Samples.OfClass(svg, "rect", "f1").Select(bar => (double)bar.Attribute("width")!)];
        Assert.Equal(["features:a:mfcc", "S.One", "S.One:tables"], Samples.Texts(svg).Where(text => costs.ContainsKey(text)));
        Assert.Equal(starts[0] + widths[0], starts[1], 0.02);
        Assert.Equal(starts[1] + widths[1], starts[2], 0.02);
        Assert.Contains("takes 10.0 s", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }
}
