using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class GridChartTests
{
    [Fact]
    public void A_grid_averages_rows_of_one_pair_and_sorts_settings_as_numbers()
    {
        var chart = new GridChart
        {
            Table = "grid",
            Title = "Grid",
            Says = "More helps.",
            X = "mixtures",
            XTitle = "mixtures",
            Y = "states",
            YTitle = "states",
            Value = "accuracy",
            ValueTitle = "accuracy",
        };
        XElement svg = Assert.Single(Pictures.Of(chart, "states,mixtures,accuracy\n1,10,0.2\n1,10,0.4\n1,2,0.8\n"));
        Assert.Equal([".800", ".300"], Pictures.OfClass(svg, "text", "in").Select(text => text.Value));
        Assert.Contains("highest 0.800", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }
}
