namespace Research.Results.Svg;

/// <summary>Colours that colour-blind people can tell apart, as classes that the page's style gives values for light and dark.</summary>
/// <remarks>Okabe and Ito (2008), "Color universal design": eight hues; markers differ in shape too, so that print in grey works.</remarks>
internal static class Palette
{
    private const int Hues = 8;

    /// <summary>Class that fills.</summary>
    public static string Fill(int series) => $"f{(series % Hues) + 1}";

    /// <summary>Class that strokes; the dashes change where the hues begin again.</summary>
    public static string Stroke(int series) => $"s{(series % Hues) + 1}{(series >= Hues ? " dashed" : "")}";

    /// <summary>A marker about a point: eight shapes.</summary>
    public static string Marker(int series, double x, double y)
    {
        const double r = 4;
        (double, double)[] corners = (series % Hues) switch
        {
            0 => [.. Polygon(x, y, r, 12, 0)],
            1 => [.. Polygon(x, y, r * 1.2, 4, 45)],
            2 => [.. Polygon(x, y, r * 1.3, 3, -90)],
            3 => [.. Polygon(x, y, r * 1.3, 4, 0)],
            4 => [.. Polygon(x, y, r * 1.3, 3, 90)],
            5 => [.. Polygon(x, y, r * 1.15, 5, -90)],
            6 => [.. Polygon(x, y, r * 1.15, 6, 0)],
            _ => [.. Polygon(x, y, r * 1.1, 8, 22.5)],
        };
        return SvgText.Through(corners) + "Z";
    }

    private static IEnumerable<(double, double)> Polygon(double x, double y, double radius, int corners, double turn) =>
        Enumerable
            .Range(0, corners)
            .Select(k =>
            {
                double angle = ((360.0 * k / corners) + turn) * (3.141592653589793 / 180);
                return (x + (radius * Numerics.PortableMath.Cos(angle)), y + (radius * Numerics.PortableMath.Sin(angle)));
            });
}
