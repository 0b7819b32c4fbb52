using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class MatrixChartTests
{
    [Fact]
    public void A_confusion_matrix_writes_its_counts_and_says_how_many_are_right()
    {
        XElement svg = Assert.Single(
            Pictures.Of(MatrixChart.Confusion("Which.", "test"), "variant,split,true,yes,no\nm,test,yes,8,2\nm,test,no,0,5\n")
        );
        Assert.Equal(["8", "2", "5"], Pictures.OfClass(svg, "text", "in").Select(text => text.Value)); // zeros stay empty
        Assert.Contains("13 of 15 lie on the diagonal", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }
}
