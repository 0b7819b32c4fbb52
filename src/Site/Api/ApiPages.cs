using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Research.Site.Content;

namespace Research.Site.Api;

/// <summary>The reference of a library: a page for each namespace, from what is public and the comments beside the assembly.</summary>
public static class ApiPages
{
    private const string Chapter = "Libraries";
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every record has is said of none.
    private static readonly string[] OfRecords =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "Deconstruct",
        "<Clone>$",
        "EqualityContract",
        "PrintMembers",
    ];

    /// <summary>The pages of some libraries, in the order of their namespaces.</summary>
    /// <exception cref="Numerics.ResearchException">A library has no file of comments beside it.</exception>
    public static IReadOnlyList<SitePage> Of(IEnumerable<Assembly> libraries)
    {
        List<(Type Type, XmlComments Comments)> types = [];
        foreach (Assembly library in libraries)
        {
            var comments = XmlComments.Of(Path.ChangeExtension(library.Location, ".xml"));
            types.AddRange(library.GetExportedTypes().Where(IsShown).Select(type => (type, comments)));
        }

        return
        [
            .. from own in types
            group own by own.Type.Namespace! into space
            orderby space.Key
            select new SitePage($"api/{space.Key}.html", space.Key, Chapter, $"api/{space.Key}.md", PageOf(space.Key, space)),
        ];
    }

    private static string PageOf(string space, IEnumerable<(Type Type, XmlComments Comments)> types)
    {
        var text = new StringBuilder($"# {space}\n");
        foreach ((Type type, XmlComments comments) in types.OrderBy(own => own.Type.Name, StringComparer.Ordinal))
        {
            text.Append(
                $"\n## {Signature.NameOf(type).Replace("<", "\\<", StringComparison.Ordinal)}\n\n`{Signature.Of(type)}`\n\n"
            );
            AppendComments(text, comments, DocumentationId.Of(type), "");
            foreach (MemberInfo member in Members(type))
            {
                text.Append($"- `{Signature.Of(member)}` ");
                AppendComments(text, comments, DocumentationId.Of(member), "  ");
            }
        }

        return text.ToString();
    }

    private static void AppendComments(StringBuilder text, XmlComments comments, string id, string indent)
    {
        text.Append(comments.Part(id, "summary")).Append('\n');
        foreach ((string name, string said) in comments.Parameters(id))
        {
            text.Append($"{indent}- *{name}*: {said}\n");
        }

        foreach (string part in (string[])["returns", "exception", "remarks"])
        {
            string said = comments.Part(id, part);
            if (said.Length > 0)
            {
                text.Append(
                    $"{(indent.Length > 0 ? $"{indent}- " : "\n")}{(part == "returns" ? "Gives: " : part == "exception" ? "Fails: " : "")}{said}\n"
                );
            }
        }
    }

    private static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(Own)
            .Where(member =>
                member is not Type
                && member is not MethodInfo { IsSpecialName: true }
                && member is not FieldInfo { IsSpecialName: true }
                && !OfRecords.Contains(member.Name)
                && !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                && !IsCopy(member)
            )
            .OrderBy(member =>
                member.MemberType switch
                {
                    MemberTypes.Constructor => 0,
                    MemberTypes.Property => 1,
                    MemberTypes.Field => 2,
                    _ => 3,
                }
            )
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(Signature.Of, StringComparer.Ordinal);

    private static bool IsCopy(MemberInfo member) =>
        member is ConstructorInfo constructor
        && constructor.GetParameters() is [{ } only]
        && only.ParameterType == constructor.DeclaringType;

    private static bool IsShown(Type type) =>
        !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
