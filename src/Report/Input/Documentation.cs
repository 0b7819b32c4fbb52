using System.Text.RegularExpressions;
using System.Xml.Linq;
using Research.Numerics;

namespace Research.Report.Input;

/// <summary>Reads the compiler's documentation file: summaries and remarks by type.</summary>
public sealed partial class Documentation
{
    private readonly Dictionary<string, XElement> _members;

    private Documentation(IEnumerable<XElement> members) =>
        _members = members.ToDictionary(member => member.Attribute("name")!.Value, member => member);

    /// <exception cref="ResearchException">The file is not there.</exception>
    public static Documentation Load(string path) =>
        File.Exists(path)
            ? new(XDocument.Load(path).Descendants("member"))
            : throw new ResearchException(
                $"{path} is missing: the report takes its method texts from it; build the experiments again."
            );

    /// <summary>A type's summary; empty where it has none.</summary>
    public string Summary(Type type) => Member(type)?.Element("summary") is { } summary ? Text(summary) : "";

    /// <summary>A type's remarks, a string a paragraph.</summary>
    public IReadOnlyList<string> Remarks(Type type)
    {
        if (Member(type)?.Element("remarks") is not { } remarks)
        {
            return [];
        }

        XElement[] paragraphs = [.. remarks.Elements("para")];
        return paragraphs.Length == 0 ? [Text(remarks)] : [.. paragraphs.Select(Text)];
    }

    private XElement? Member(Type type) => _members.GetValueOrDefault($"T:{type.FullName}");

    // References to code become the last part of their name.
    private static string Text(XElement element)
    {
        IEnumerable<string> parts = element
            .Nodes()
            .Select(node =>
                node switch
                {
                    XText text => text.Value,
                    XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.', ':')[^1] ?? see.Value,
                    XElement child => Text(child),
                    _ => "",
                }
            );
        return Blanks().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
