using System.Globalization;
using Research.Numerics;
using Research.Report.Markup;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>Pairs of numbers about the line on which both are the same; each leads to where it is told.</summary>
internal sealed record IdentityPlot
{
    private static readonly PlotFrame Frame = new(Width: 400, PlotHeight: 322, Left: 62, Below: 54);

    private const int MostLabels = 7;

    public required string Title { get; init; }

    public required string Says { get; init; }

    public required string XTitle { get; init; }

    public required string YTitle { get; init; }

    /// <summary>Both axes count in powers of ten; every number must be positive then.</summary>
    public required bool Logarithmic { get; init; }

    /// <summary>Names of the groups: each has a colour and a shape.</summary>
    public required IReadOnlyList<PlotGroup> Groups { get; init; }

    /// <summary>In the order of drawing.</summary>
    public required IReadOnlyList<PlotPoint> Points { get; init; }

    public Drawing Draw()
    {
        double[] all = [.. Points.SelectMany(point => new[] { Place(point.X), Place(point.Y) })];
        Ticks ticks = Logarithmic ? Sparse(Ticks.Powers(all.Min(), all.Max())) : Ticks.Over(all.Min(), all.Max(), 5);
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, ticks, ticks);
        Titles.Draw(svg, Frame.Width, Title);
        area.DrawAxes(XTitle, YTitle);
        svg.Line(area.X(ticks.Low), area.Y(ticks.Low), area.X(ticks.High), area.Y(ticks.High), "identity");
        foreach (PlotPoint point in Points)
        {
            Draw(svg, area, point);
        }

        return Frame.Close(svg, [.. Groups.Select(group => group.Name)], Sample, Title, Says);

        void Sample(int i, double x, double y) => svg.Path(Palette.Marker(Groups[i].Shape, x + 9, y), Groups[i].Style);
    }

    private void Draw(SvgText svg, PlotArea area, PlotPoint point)
    {
        // Not among the stops of the tabulator: the rows that the marks lead to are.
        svg.Raw(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<a class=\"point\" href=\"#{Html.Attribute(point.Anchor)}\" tabindex=\"-1\"><title>{Html.Attribute(point.Line)}</title>"
            )
        );
        svg.Path(Palette.Marker(point.Group.Shape, area.X(Place(point.X)), area.Y(Place(point.Y))), point.Group.Style);
        svg.Raw("</a>");
    }

    // Labels of neighbouring powers would cover one another on a long axis.
    private static Ticks Sparse(Ticks ticks)
    {
        int every = 1 + (ticks.Values.Count / MostLabels);
        return ticks with { Labels = [.. ticks.Labels.Select((label, i) => i % every == 0 ? label : "")] };
    }

    private double Place(double value) => Logarithmic ? PortableMath.Log10(value) : value;
}

/// <summary>A group of points.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Style">Its class in the page's style.</param>
/// <param name="Shape">Which marker.</param>
internal sealed record PlotGroup(string Name, string Style, int Shape);

/// <summary>A pair of numbers.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Group">Its colour and shape.</param>
/// <param name="Anchor">Id of what it leads to.</param>
/// <param name="Line">What it is, in a line.</param>
internal sealed record PlotPoint(double X, double Y, PlotGroup Group, string Anchor, string Line);
