using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class TilesChartTests
{
    private static readonly TilesChart Chart = new("filters", "Filters", "What it looks for.")
    {
        Tile = "filter",
        X = new("frame", "frames"),
        Y = new("band", "bands"),
        Value = new("weight", "weight"),
    };

    [Fact]
    public void A_tile_is_a_map_with_its_name_and_all_share_a_scale()
    {
        XElement svg = Assert.Single(
            Pictures.Of(Chart, "filter,frame,band,weight\na,0,0,-1\na,1,0,0\na,0,1,1\na,1,1,0.5\nb,0,0,3\nb,1,0,1\n")
        );
        Assert.Equal(2, svg.Elements("image").Count());
        Assert.Contains("a", Pictures.Texts(svg));
        Assert.Contains("b", Pictures.Texts(svg));
        Assert.Contains("-1", Pictures.Texts(svg));
        Assert.Contains("3", Pictures.Texts(svg));
        Assert.Equal([128, 159, 255, 191], Pixels(svg, 0, 2, 2)); // of -1 to 3, high bands above, high values dark: 1, 0.5 above -1, 0
        Assert.Equal([0, 128], Pixels(svg, 1, 2, 1));
    }

    [Fact]
    public void Nine_tiles_are_two_rows()
    {
        string rows = string.Concat(Enumerable.Range(1, 9).Select(tile => $"{tile},0,0,{tile}\n"));
        XElement svg = Assert.Single(Pictures.Of(Chart, "filter,frame,band,weight\n" + rows));
        Assert.Equal(2, svg.Elements("image").Select(image => image.Attribute("y")!.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("99999999")]
    public void A_place_that_is_none_is_named(string frame)
    {
        var error = Assert.Throws<ResearchException>(() => Pictures.Of(Chart, $"filter,frame,band,weight\na,{frame},0,1\n"));
        Assert.Contains($"Column frame says {frame}", error.Message, StringComparison.Ordinal);
    }

    // A stored PNG: its rows, each after a byte for its filter, stand as they are before the last twelve bytes, a check sum of four and the chunk's.
    private static byte[] Pixels(XElement svg, int tile, int width, int height)
    {
        string data = svg.Elements("image").ElementAt(tile).Attribute("href")!.Value;
        byte[] png = Convert.FromBase64String(data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        int end = png.Length - 12 - 4 - 4; // IEND; the IDAT's and the stream's check sums
        return [.. png[(end - (height * (width + 1)))..end].Chunk(width + 1).SelectMany(row => row[1..])];
    }
}
