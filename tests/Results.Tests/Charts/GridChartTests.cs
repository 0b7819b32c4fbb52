using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class GridChartTests
{
    [Fact]
    public void A_grid_averages_rows_of_one_pair_and_sorts_settings_as_numbers()
    {
        var chart = new GridChart("grid", "Grid", "More helps.")
        {
            X = new("mixtures", "mixtures"),
            Y = new("states", "states"),
            Value = new("accuracy", "accuracy"),
        };
        XElement svg = Assert.Single(Pictures.Of(chart, "states,mixtures,accuracy\n1,10,0.2\n1,10,0.4\n1,2,0.8\n"));
        Assert.Equal([".800", ".300"], Pictures.OfClass(svg, "text", "in").Select(text => text.Value));
        Assert.Contains("highest 0.800", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_validation_accuracies_is_titled_by_its_settings()
    {
        var chart = GridChart.Validation("grid", "More helps.", new("mixtures", "mixtures a state"), new("states", "states"));
        Assert.Equal("Accuracy on validation data: states against mixtures a state", chart.Title);
        XElement svg = Assert.Single(Pictures.Of(chart, "states,mixtures,validation\n1,10,0.2\n2,10,0.4\n"));
        Assert.Equal([".200", ".400"], Pictures.OfClass(svg, "text", "in").Select(text => text.Value));
    }
}
