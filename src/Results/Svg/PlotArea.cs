namespace Research.Results.Svg;

/// <summary>The rectangle in which data are drawn, with its axes, titles and grid.</summary>
internal sealed class PlotArea(SvgText svg, double left, double top, double width, double height, Ticks x, Ticks y)
{
    public double Left => left;

    public double Top => top;

    public double Right => left + width;

    public double Bottom => top + height;

    public double X(double value) => left + (width * (value - x.Low) / (x.High - x.Low));

    public double Y(double value) => top + (height * (1 - ((value - y.Low) / (y.High - y.Low))));

    /// <summary>Grid, ticks and the titles of both axes.</summary>
    public void DrawAxes(string xTitle, string yTitle)
    {
        for (int i = 0; i < y.Values.Count; i++)
        {
            svg.Line(left, Y(y.Values[i]), Right, Y(y.Values[i]), "grid");
            svg.Text(left - 6, Y(y.Values[i]) + 4, y.Labels[i], "tick", "end");
        }

        for (int i = 0; i < x.Values.Count; i++)
        {
            svg.Line(X(x.Values[i]), Bottom, X(x.Values[i]), Bottom + 4, "axis");
            svg.Text(X(x.Values[i]), Bottom + 17, x.Labels[i], "tick", "middle");
        }

        svg.Line(left, Bottom, Right, Bottom, "axis");
        svg.Line(left, top, left, Bottom, "axis");
        svg.Text(left + (width / 2), Bottom + 36, xTitle, "label", "middle");
        svg.Text(14, top + (height / 2), yTitle, "label", "middle", -90);
    }
}
