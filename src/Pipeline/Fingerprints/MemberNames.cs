using System.Text.RegularExpressions;

namespace Research.Pipeline.Fingerprints;

/// <summary>Members of the code leaf as a person would write them.</summary>
internal static partial class MemberNames
{
    private const string Resource = "resource ";

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Double"] = "double",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt64"] = "ulong",
    };

    /// <summary>Such as Histograms.Compare(int, IReadOnlyList&lt;Item&gt;) of Research.Experiments.Digits.Histograms::Compare(System.Int32,…) and the type that it returns.</summary>
    public static string Short(string member)
    {
        if (member.StartsWith(Resource, StringComparison.Ordinal))
        {
            return member;
        }

        int end = EndOf(member);
        string plain = Arity().Replace(Qualified().Replace(member[..end], Simple), "");
        return plain.Replace("::", ".", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);
    }

    // Before the blank that parts a name from the type of what it gives; there may be blanks within brackets.
    private static int EndOf(string member)
    {
        int depth = 0;
        int begin = member.IndexOf("::", StringComparison.Ordinal);
        for (int i = Math.Max(begin, 0); begin >= 0 && i < member.Length; i++)
        {
            depth +=
                member[i] is '(' or '<' ? 1
                : member[i] is ')' or '>' ? -1
                : 0;
            if (member[i] == ' ' && depth == 0)
            {
                return i;
            }
        }

        return member.Length;
    }

    private static string Simple(Match name) =>
        Keywords.GetValueOrDefault(name.Value) ?? name.Value[(name.Value.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();
}
