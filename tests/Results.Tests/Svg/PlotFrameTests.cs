using Research.Results.Svg;

namespace Research.Results.Tests.Svg;

public class PlotFrameTests
{
    private static readonly PlotFrame Frame = new(Width: 400, PlotHeight: 200, Left: 60, Below: 50);

    [Fact]
    public void The_plot_lies_below_the_title_and_right_of_the_labels()
    {
        PlotArea area = Frame.Area(new SvgText(), new Ticks(0, 1, [], []), new Ticks(0, 1, [], []));
        Assert.Equal((60.0, 384.0), (area.Left, area.Right));
        Assert.Equal((Titles.Height, Titles.Height + 200), (area.Top, area.Bottom));
    }

    [Fact]
    public void The_legend_ends_the_picture()
    {
        var svg = new SvgText();
        var samples = new List<(int, double, double)>();
        Drawing drawing = Frame.Close(svg, ["one"], (i, x, y) => samples.Add((i, x, y)), "A title", "Says.");
        Assert.Equal([(0, 60.0, Titles.Height + 250)], samples);
        Assert.Equal((400, Titles.Height + 250 + Legend.HeightOf(["one"], 324)), (drawing.Width, drawing.Height));
        Assert.Equal(("A title", "Says.", svg.ToString()), (drawing.Title, drawing.Says, drawing.Body));
    }
}
