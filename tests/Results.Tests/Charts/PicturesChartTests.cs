using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class PicturesChartTests
{
    private static readonly PicturesChart Chart = new("pictures", "Pictures", "What was made.")
    {
        Panels = "class",
        Name = "name",
        Picture = "levels",
    };

    [Fact]
    public void A_row_is_a_picture_with_its_name()
    {
        XElement svg = Assert.Single(
            Pictures.Of(
                Chart,
                $"class,name,levels\nQ1,new,{PicturesChart.Cell([0, 10, 200, 255])}\nQ1,real,{PicturesChart.Cell([7])}\n"
            )
        );
        Assert.Contains("new", Pictures.Texts(svg));
        Assert.Contains("real", Pictures.Texts(svg));
        Assert.Equal([0, 10, 200, 255], Pixels(svg, 0, 2));
        Assert.Equal([7], Pixels(svg, 1, 1));
    }

    [Fact]
    public void Nine_pictures_are_two_rows_and_classes_have_a_panel_each()
    {
        string rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"Q1,{i},{PicturesChart.Cell([7])}\n"));
        XElement[] panels = [.. Pictures.Of(Chart, $"class,name,levels\n{rows}Q2,1,{PicturesChart.Cell([7])}\n")];
        Assert.Equal(
            [2, 1],
            panels.Select(svg => svg.Elements("image").Select(image => image.Attribute("y")!.Value).Distinct().Count())
        );
    }

    [Theory]
    [InlineData("no picture!")]
    [InlineData("AAAA")] // three pixels
    public void A_cell_that_is_no_picture_is_named(string cell)
    {
        var error = Assert.Throws<ResearchException>(() => Pictures.Of(Chart, $"class,name,levels\nQ1,new,{cell}\n"));
        Assert.Contains($"holds '{cell}'", error.Message, StringComparison.Ordinal);
    }

    // A stored PNG: its rows, each after a byte for its filter, stand before the last twenty bytes.
    private static byte[] Pixels(XElement svg, int picture, int side)
    {
        string data = svg.Elements("image").ElementAt(picture).Attribute("href")!.Value;
        byte[] png = Convert.FromBase64String(data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        int end = png.Length - 20;
        return [.. png[(end - (side * (side + 1)))..end].Chunk(side + 1).SelectMany(row => row[1..])];
    }
}
