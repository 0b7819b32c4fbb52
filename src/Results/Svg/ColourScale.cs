namespace Research.Results.Svg;

/// <summary>The scale of a map: its colours in steps, the values at both ends, and what they are.</summary>
internal static class ColourScale
{
    /// <summary>Room that it takes below a picture.</summary>
    public const double Height = 40;

    private const int Steps = 12;
    private const double BarHeight = 8;

    /// <param name="svg">The picture.</param>
    /// <param name="left">Of the bar.</param>
    /// <param name="top">Of the bar.</param>
    /// <param name="width">Of the bar.</param>
    /// <param name="colour">Class and opacity at a share of the way from the low to the high end.</param>
    /// <param name="ends">What stands below the low and the high end.</param>
    /// <param name="title">What stands between them; shortened to fit.</param>
    public static void Draw(
        SvgText svg,
        double left,
        double top,
        double width,
        Func<double, (string Fill, double Opacity)> colour,
        (string Low, string High) ends,
        string title
    )
    {
        double step = width / Steps;
        for (int i = 0; i < Steps; i++)
        {
            (string fill, double opacity) = colour((i + 0.5) / Steps);
            svg.Rectangle(left + (i * step), top, step, BarHeight, fill, opacity);
        }

        const double letter = 6.2;
        double between = width - (letter * (ends.Low.Length + ends.High.Length + 3));
        svg.Text(left, top + BarHeight + 14, ends.Low, "tick");
        svg.Text(left + width, top + BarHeight + 14, ends.High, "tick", "end");
        svg.Text(
            left + (letter * (ends.Low.Length + 1)) + (between / 2),
            top + BarHeight + 14,
            FittedText.Short(title, Math.Max(1, (int)(between / letter))),
            "tick",
            "middle"
        );
    }
}
