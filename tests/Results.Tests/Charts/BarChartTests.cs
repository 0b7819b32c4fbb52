using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class BarChartTests
{
    [Fact]
    public void Bars_show_value_interval_and_published_figure_and_skip_rows_without_a_number()
    {
        var chart = BarChart.Accuracies("High.", "test");
        XElement svg = Assert.Single(
            Pictures.Of(
                chart,
                "variant,split,metric,mean,low,high,published\na,test,accuracy,0.5,0.4,0.6,0.7\nb,test,accuracy,0.9,,,\nc,validation,accuracy,0.1,,,\nd,test,accuracy,,,,\n"
            )
        );
        Assert.Superset(
            new HashSet<string> { "a", "b", "0.500", "0.900", "published", "95 % interval" },
            Pictures.Texts(svg).ToHashSet()
        );
        Assert.DoesNotContain("c", Pictures.Texts(svg));
        Assert.DoesNotContain("d", Pictures.Texts(svg));
        Assert.Equal(3 + 1, Pictures.OfClass(svg, "line", "whisker").Length); // the interval's three strokes, and the legend's
    }
}
