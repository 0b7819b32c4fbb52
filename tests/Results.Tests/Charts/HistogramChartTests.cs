using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class HistogramChartTests
{
    [Fact]
    public void A_histogram_outlines_each_series()
    {
        var chart = new HistogramChart("h", "H", "Two.")
        {
            Low = "low",
            High = "high",
            XTitle = "x",
            Height = new("share", "share"),
            Series = "digit",
        };
        XElement svg = Assert.Single(Pictures.Of(chart, "digit,low,high,share\n7,0,1,0.25\n7,1,2,0.75\n9,0,1,1\n9,1,2,0\n"));
        Assert.Equal(2, Pictures.OfClass(svg, "path", "open").Length);
        Assert.Contains("digit 9", Pictures.Texts(svg));
    }
}
