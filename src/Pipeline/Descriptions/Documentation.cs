using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Research.Pipeline.Descriptions;

/// <summary>Reads the compiler's documentation file: summaries and remarks by type.</summary>
public sealed partial class Documentation
{
    private static readonly ConcurrentDictionary<string, Documentation> Read = [];

    private readonly Dictionary<string, XElement> _members;

    private Documentation(IEnumerable<XElement> members) =>
        _members = members.ToDictionary(member => member.Attribute("name")!.Value, member => member);

    /// <summary>What the compiler wrote of an assembly's comments, beside the assembly; nothing where it was compiled without. Read once.</summary>
    public static Documentation Of(Assembly assembly) => Read.GetOrAdd(Path.ChangeExtension(assembly.Location, ".xml"), Load);

    private static Documentation Load(string path) => new(File.Exists(path) ? XDocument.Load(path).Descendants("member") : []);

    /// <summary>A type's summary; empty where it has none.</summary>
    public string Summary(Type type) => Member(type)?.Element("summary") is { } summary ? Text(summary) : "";

    /// <summary>A property's summary; empty where it has none.</summary>
    public string Summary(PropertyInfo property) =>
        _members.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}")?.Element("summary")
            is { } summary
            ? Text(summary)
            : "";

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
