using System.Text;
using Research.Results.Svg;

namespace Research.Report.Pages;

/// <summary>Writes HTML: text is escaped, markup is not.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();
    private int _ids;

    public override string ToString() => _text.ToString();

    /// <summary>An id that no other element has.</summary>
    public string NextId(string prefix) => FormattableString.Invariant($"{prefix}{++_ids}");

    public Html Markup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Html Text(string text)
    {
        _text.Append(SvgText.Encode(text));
        return this;
    }

    /// <summary>An element with text.</summary>
    /// <param name="tag">With its attributes.</param>
    public Html Element(string tag, string text)
    {
        _text.Append('<').Append(tag).Append('>');
        Text(text);
        _text.Append("</").Append(tag.Split(' ')[0]).Append(">\n");
        return this;
    }

    /// <summary>Text for an attribute.</summary>
    public static string Attribute(string text) => SvgText.Encode(text);
}
