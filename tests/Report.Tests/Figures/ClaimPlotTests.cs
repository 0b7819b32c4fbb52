using System.Xml.Linq;
using Research.Report.Claims;
using Research.Report.Figures;

namespace Research.Report.Tests.Figures;

public class ClaimPlotTests
{
    [Fact]
    public void Shares_stand_on_even_axes_all_else_on_logarithmic_ones_and_what_ours_lacks_is_counted()
    {
        ClaimRow[] rows =
        [
            Row("a", "0.5", "0.5", Outcome.Reproduced),
            Row("b", "0.9", "0.7", Outcome.Worse),
            Row("c", "130", "131", Outcome.Reproduced),
            Row("d", "0.0004", "0.00003", Outcome.Better),
            Row("e", "0.02", "", Outcome.Timed),
        ];
        XElement[] svgs = [.. ClaimPlot.Draw(rows).Select((drawing, i) => XElement.Parse(drawing.ToMarkup($"g{i}")))];
        Assert.Equal(2, svgs.Length);
        Assert.Equal(["#claim-a", "#claim-b"], svgs[0].Elements("a").Select(link => link.Attribute("href")!.Value));
        Assert.Equal(["#claim-c", "#claim-d"], svgs[1].Elements("a").Select(link => link.Attribute("href")!.Value));
        Assert.Contains("worse", svgs[0].Elements("a").Last().Element("title")!.Value, StringComparison.Ordinal);
        Assert.Equal(1, ClaimPlot.NotDrawn(rows));
    }

    private static ClaimRow Row(string id, string published, string ours, Outcome outcome) =>
        new(id, "step 1", "v", "test", "accuracy", "", published, ours, "", "", outcome, "", "S.One", "");
}
