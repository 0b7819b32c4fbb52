using System.Xml.Linq;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class LineChartTests
{
    [Fact]
    public void Lines_average_rows_of_one_point_and_show_their_range_as_a_band()
    {
        XElement svg = Assert.Single(Pictures.Of(SampleLines.Lines, SampleLines.Epochs));
        Assert.Contains("loss, nats", Pictures.Texts(svg));
        Assert.Contains("train", Pictures.Texts(svg));
        Assert.Equal(2, Pictures.OfClass(svg, "path", "open").Length); // a line a column
        Assert.Single(svg.Elements("path"), path => path.Attribute("fill-opacity") is not null); // only train differs between seeds
    }

    [Fact]
    public void A_logarithmic_axis_counts_in_powers_of_ten_and_leaves_out_zeros()
    {
        XElement svg = Assert.Single(
            Pictures.Of(SampleLines.Lines with { Ys = ["train"], LogarithmicY = true }, "epoch,train\n1,0.5\n2,0.005\n3,0\n")
        );
        Assert.Superset(new HashSet<string> { "0.001", "0.01", "0.1", "1" }, Pictures.Texts(svg).ToHashSet());
    }
}
