using System.Globalization;
using System.Net;
using System.Text;
using Research.Numerics;

namespace Research.Results.Svg;

/// <summary>Writes SVG elements: numbers to two decimals, text escaped, colours by class so that the page decides them.</summary>
public sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <summary>A number as it is written: two decimals at most, a point, no minus zero.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Text as a page of HTML or SVG holds it.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(Printable.Of(text));

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _text.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" class=\"{style}\"/>"
        );

    public void Rectangle(double x, double y, double width, double height, string style, double? opacity = null)
    {
        _text.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" class=\"{style}\""
        );
        Close(opacity);
    }

    public void Path(string data, string style, double? opacity = null)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" class=\"{style}\"");
        Close(opacity);
    }

    /// <summary>A line through points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, string style) => Path(Through(points), $"{style} open");

    /// <summary>Text at a point.</summary>
    /// <param name="anchor">start, middle or end.</param>
    public void Text(double x, double y, string words, string style, string anchor = "start", double rotate = 0)
    {
        if (words.Length == 0)
        {
            return;
        }

        string turned = rotate == 0 ? "" : $" transform=\"rotate({Number(rotate)} {Number(x)} {Number(y)})\"";
        _text.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" class=\"{style} {anchor}\"{turned}>{Encode(words)}</text>"
        );
    }

    public void Raw(string markup) => _text.Append(markup);

    /// <summary>Path data through points.</summary>
    public static string Through(IEnumerable<(double X, double Y)> points) =>
        string.Concat(points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{Number(point.X)} {Number(point.Y)}"));

    private void Close(double? opacity)
    {
        if (opacity is { } share)
        {
            _text.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{Number(Math.Clamp(share, 0, 1))}\"");
        }

        _text.Append("/>");
    }
}
