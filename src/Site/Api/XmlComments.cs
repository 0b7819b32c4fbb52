using System.Text;
using System.Xml.Linq;

namespace Research.Site.Api;

/// <summary>The comments of an assembly, as the compiler wrote them beside it.</summary>
internal sealed class XmlComments
{
    private readonly Dictionary<string, XElement> _members;

    private XmlComments(Dictionary<string, XElement> members) => _members = members;

    /// <exception cref="Numerics.ResearchException">There is no such file.</exception>
    public static XmlComments Of(string file)
    {
        if (!File.Exists(file))
        {
            throw new Numerics.ResearchException(
                $"{file} is not there: the comments of a library lie beside it when it was built."
            );
        }

        return new(XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!));
    }

    /// <summary>A part of what is said of a member, such as "summary", in Markdown; empty where nothing is said.</summary>
    public string Part(string id, string part) =>
        _members.TryGetValue(id, out XElement? member) && member.Element(part) is { } element ? TextOf(element) : "";

    /// <summary>What is said of its parameters, in order.</summary>
    public IReadOnlyList<(string Name, string Text)> Parameters(string id) =>
        _members.TryGetValue(id, out XElement? member)
            ? [.. member.Elements("param").Select(own => ((string)own.Attribute("name")!, TextOf(own)))]
            : [];

    private static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes())
        {
            text.Append(
                node switch
                {
                    XText own => Escaped(own.Value),
                    XElement { Name.LocalName: "see" or "seealso" } see => $"`{Short(see)}`",
                    XElement { Name.LocalName: "paramref" or "typeparamref" } named => $"`{(string?)named.Attribute("name")}`",
                    XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
                    XElement { Name.LocalName: "para" } paragraph => TextOf(paragraph) + " ",
                    XElement other => TextOf(other),
                    _ => "",
                }
            );
        }

        return string.Join(' ', text.ToString().Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Short(XElement see)
    {
        string named = (string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? see.Value;
        string[] parts = named.Split('(')[0].Split(':', '.');
        return parts[^1].Split('`')[0];
    }

    private static string Escaped(string text)
    {
        foreach (string mark in (string[])["\\", "*", "_", "`", "<", "[", "|"])
        {
            text = text.Replace(mark, "\\" + mark, StringComparison.Ordinal);
        }

        return text;
    }
}
