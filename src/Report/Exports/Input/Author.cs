namespace Research.Report.Exports.Input;

/// <summary>A person or an organisation.</summary>
/// <param name="Family">Family name, or the whole name of an organisation.</param>
/// <param name="Given">Given names; empty for an organisation.</param>
/// <param name="Orcid">Identifier without its address; empty where none is known.</param>
internal sealed record Author(string Family, string Given, string Orcid)
{
    public bool IsPerson => Given.Length > 0;

    /// <summary>As one says it: "Zohar Jackson".</summary>
    public string Name => IsPerson ? $"{Given} {Family}" : Family;

    /// <summary>As lists have it: "Jackson, Z.".</summary>
    public string SortedName => IsPerson ? $"{Family}, {Given}" : Family;

    /// <summary>From an item of CITATION.cff's authors.</summary>
    public static Author Of(IReadOnlyDictionary<string, string> item) =>
        item.TryGetValue("family-names", out string? family)
            ? new(family, item.GetValueOrDefault("given-names", ""), OrcidOf(item))
            : new(item.GetValueOrDefault("name", item.GetValueOrDefault(FlatYaml.Self, "")), "", OrcidOf(item));

    /// <summary>From "Jackson, Z.", or the name of an organisation.</summary>
    public static Author OfSortedName(string name) =>
        name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
            ? new(name[..comma], name[(comma + 2)..], "")
            : new(name, "", "");

    /// <summary>From "Angelos Geroulanos": the last word is the family name, as in every name of documents.csv.</summary>
    public static Author OfSpokenName(string name) =>
        name.LastIndexOf(' ') is > 0 and var space ? new(name[(space + 1)..], name[..space], "") : new(name, "", "");

    private static string OrcidOf(IReadOnlyDictionary<string, string> item) => item.GetValueOrDefault("orcid", "").Split('/')[^1];
}
