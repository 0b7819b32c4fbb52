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

    [Fact]
    public void Trials_of_an_experiment_and_parts_of_a_feature_set_are_one_bar_each()
    {
        GraphTarget[] graph =
        [
            new("features:a:mfcc", "mfcc", GraphTargetKind.Features, []),
            new("S.One", "S.One", GraphTargetKind.Experiment, ["features:a:mfcc"]),
        ];
        var costs = new Dictionary<string, TargetCost>
        {
            ["S.One"] = new(1, 0, 1),
            ["S.One/1"] = new(2, 0, 1),
            ["S.One/2"] = new(8, 0, 1),
            ["S.One/10"] = new(4, 0, 1),
            ["features:a:mfcc"] = new(1, 0, 1),
            ["features:a:mfcc/1"] = new(5, 0, 1),
            ["features:a:mfcc/2"] = new(3, 0, 1),
        };
        XElement svg = XElement.Parse(Timeline.Draw("One run", costs, graph).ToMarkup("g"));
        string[] names = ["features:a:mfcc, 2 parts", "features:a:mfcc", "S.One, 3 trials", "S.One"];
        Assert.Equal(names, Samples.Texts(svg).Where(names.Contains));
        Assert.Contains("≤ 8.0 s", Samples.Texts(svg));
        Assert.Contains(
            "7 targets; the longest way through them takes 15.0 s",
            svg.Element("desc")!.Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_very_many_bars_the_longest_are_drawn_and_the_others_are_counted()
    {
        var costs = Enumerable.Range(1, 100).ToDictionary(i => $"data:{i:D3}", i => new TargetCost(i, 0, 1));
        XElement svg = XElement.Parse(Timeline.Draw("One run", costs, []).ToMarkup("g"));
        Assert.Equal(40, Samples.OfClass(svg, "rect", "f1").Length);
        Assert.Contains("data:100", Samples.Texts(svg));
        Assert.DoesNotContain("data:060", Samples.Texts(svg));
        Assert.Contains("60 shorter bars are left out", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }
}
