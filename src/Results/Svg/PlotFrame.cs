namespace Research.Results.Svg;

/// <summary>A picture of one plot: the title above it, the legend below it.</summary>
/// <param name="Width">Of the picture.</param>
/// <param name="PlotHeight">Of the plot.</param>
/// <param name="Left">Where the plot begins: room for the labels of its axis.</param>
/// <param name="Below">From the plot to the legend: room for the labels of its axis.</param>
internal sealed record PlotFrame(double Width, double PlotHeight, double Left, double Below)
{
    private const double Right = 16;

    /// <summary>Where the plot begins.</summary>
    public const double Top = Titles.Height;

    public double PlotWidth => Width - Left - Right;

    /// <summary>Where the legend begins.</summary>
    public double LegendTop => Top + PlotHeight + Below;

    public PlotArea Area(SvgText svg, Ticks x, Ticks y) => new(svg, Left, Top, PlotWidth, PlotHeight, x, y);

    /// <summary>Draws the legend, which ends the picture.</summary>
    /// <param name="sample">Draws the sign of a name at a place.</param>
    public Drawing Close(SvgText svg, IReadOnlyList<string> legend, Action<int, double, double> sample, string title, string says)
    {
        Legend.Draw(svg, Left, LegendTop, PlotWidth, legend, sample);
        return new(Width, LegendTop + Legend.HeightOf(legend, PlotWidth), title, says, svg.ToString());
    }
}
