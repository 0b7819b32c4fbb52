using System.Xml.Linq;
using Research.Numerics;
using Research.Results.Charts;
using Research.Results.Svg;

namespace Research.Results.Tests.Charts;

public class FrameMapChartTests
{
    private static readonly FrameMapChart Chart = new("mel", "Mel bands", "Dark is loud.")
    {
        Panels = "picture",
        From = "from",
        To = "to",
        BandTitle = "frequency, Hz",
        ValueTitle = "level, dB",
    };

    [Fact]
    public void A_picture_has_seconds_below_named_bands_beside_and_its_values_at_the_ends_of_the_scale()
    {
        XElement svg = Assert.Single(Pictures.Of(Chart, "picture,from,to,100,200\na,0,1,-50,0\na,1,2,-20,-10\n"));
        string[] texts = Pictures.Texts(svg);
        Assert.Contains("time, s", texts);
        Assert.Contains("frequency, Hz", texts);
        Assert.Contains("100", texts);
        Assert.Contains("200", texts);
        Assert.Contains("-50", texts);
        Assert.Contains("level, dB", texts);
        Assert.Equal(Png(2, [0, 51], [255, 102]), Image(svg)); // high bands above, large is dark
    }

    [Fact]
    public void Rows_of_other_lengths_take_their_own_share_of_the_time()
    {
        byte[] image = Image(Assert.Single(Pictures.Of(Chart, "picture,from,to,100\na,0,3,0\na,3,4,1\n")));
        byte[] row = [.. Enumerable.Repeat((byte)255, 180), .. Enumerable.Repeat((byte)0, 60)];
        Assert.Equal(Png(240, row), image);
    }

    [Fact]
    public void Many_rows_share_a_step_by_their_mean()
    {
        string rows = string.Concat(Enumerable.Range(0, 480).Select(t => $"a,{t},{t + 1},{t % 2},{(t < 240 ? 0 : 1)}\n"));
        byte[] image = Image(Assert.Single(Pictures.Of(Chart, "picture,from,to,low,high\n" + rows)));
        byte[] halves = [.. Enumerable.Repeat((byte)128, 240)];
        byte[] step = [.. Enumerable.Repeat((byte)255, 120), .. Enumerable.Repeat((byte)0, 120)];
        Assert.Equal(Png(240, step, halves), image);
    }

    [Fact]
    public void What_no_row_covers_and_an_empty_cell_is_white()
    {
        Assert.Equal(Png(3, [0, 255, 255]), ImageOf("picture,from,to,100\na,0,1,1\na,1,2,0\na,2,3,\n"));
        byte[][] quarters = [.. new byte[] { 0, 255, 0, 255 }.Select(grey => Enumerable.Repeat(grey, 60).ToArray())];
        Assert.Equal(Png(240, [.. quarters.SelectMany(own => own)]), ImageOf("picture,from,to,100\na,0,1,1\na,2,3,1\na,3,4,0\n"));
    }

    [Fact]
    public void A_constant_picture_is_white_and_each_panel_has_its_own_scale()
    {
        XElement[] both = Pictures.Of(Chart, "picture,from,to,100\na,0,1,7\nb,0,1,1\nb,1,2,3\n");
        Assert.Equal(Png(1, [255]), Image(both[0]));
        Assert.Equal(Png(2, [255, 0]), Image(both[1]));
    }

    [Theory]
    [InlineData("picture,from,to,100\na,1,1,5\n", "from 1 to 1 s; a row must end after it begins")]
    [InlineData("picture,from,to,100\na,0,1,\n", "finds no number in the bands of 'mel'")]
    [InlineData("picture,from,100\na,0,5\n", "needs the column to of table 'mel'")]
    public void What_cannot_be_drawn_is_told(string table, string expected)
    {
        var error = Assert.Throws<ResearchException>(() => Pictures.Of(Chart, table));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static byte[] ImageOf(string table) => Image(Assert.Single(Pictures.Of(Chart, table)));

    private static byte[] Image(XElement svg)
    {
        string data = Assert.Single(svg.Elements("image")).Attribute("href")!.Value;
        return Convert.FromBase64String(data["data:image/png;base64,".Length..]);
    }

    private static byte[] Png(int width, params byte[][] rows) => GrayPng.Of([.. rows.SelectMany(row => row)], width);
}
