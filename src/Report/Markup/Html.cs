using System.Text;
using Research.Report.Words;
using Research.Results.Svg;

namespace Research.Report.Markup;

/// <summary>Writes HTML: text is escaped, markup is not.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _explained = [];
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

    /// <summary>A link where the address is one of the web; else the text alone.</summary>
    public Html Link(string address, string text) =>
        address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)
            ? Markup($"<a href=\"{Attribute(address)}\">").Text(text).Markup("</a>")
            : Text(text);

    /// <summary>A link to a file beside the page.</summary>
    /// <param name="path">Names of folders and of the file.</param>
    public Html FileLink(IEnumerable<string> path, string text) =>
        Markup($"<a href=\"{string.Join('/', path.Select(Uri.EscapeDataString))}\">").Text(text).Markup("</a>");

    /// <summary>Says what words of some texts mean, those that were not explained before: where each first stands.</summary>
    public Html Explain(IEnumerable<string> texts)
    {
        (string Word, string Meaning)[] words = [.. Glossary.In(texts).Where(item => _explained.Add(item.Word))];
        if (words.Length > 0)
        {
            Markup("<p class=\"words\">");
            foreach ((string word, string meaning) in words)
            {
                Markup("<span><dfn>").Text(word).Markup("</dfn> ").Text(meaning).Markup(".</span> ");
            }

            Markup("</p>\n");
        }

        return this;
    }

    /// <summary>Text for an attribute.</summary>
    public static string Attribute(string text) => SvgText.Encode(text);
}
