using Research.Numerics;

namespace Research.Report.Exports.Input;

/// <summary>CITATION.cff: who wrote the package, its version, licence and date. No other file says so; all exports read it here.</summary>
/// <param name="Title">Of the package.</param>
/// <param name="Abstract">What it is, in a few sentences.</param>
/// <param name="Version">Such as 0.1.0.</param>
/// <param name="Released">yyyy-mm-dd.</param>
/// <param name="Licence">SPDX identifier.</param>
/// <param name="Repository">Address of the source; empty while it has none.</param>
/// <param name="Authors">At least one.</param>
/// <param name="Keywords">For catalogues.</param>
internal sealed record CitationFile(
    string Title,
    string Abstract,
    string Version,
    string Released,
    string Licence,
    string Repository,
    IReadOnlyList<Author> Authors,
    IReadOnlyList<string> Keywords
)
{
    public const string File = "CITATION.cff";

    /// <summary>Reads the part of YAML that the file uses: "key: value", and lists of texts or of such pairs.</summary>
    /// <exception cref="ResearchException">The file or one of its keys is missing.</exception>
    public static CitationFile Load(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new ResearchException($"{path} is missing: exports take title, authors, version, licence and date from it.");
        }

        var yaml = FlatYaml.Parse(System.IO.File.ReadAllText(path));
        string Needed(string key) =>
            yaml.Text(key) is { Length: > 0 } text ? text : throw new ResearchException($"{path} has no '{key}'; add it.");

        Author[] authors = [.. yaml.List("authors").Select(Author.Of)];
        return authors.Length == 0
            ? throw new ResearchException($"{path} names no authors; add at least one.")
            : new(
                Needed("title"),
                Needed("abstract"),
                Needed("version"),
                Needed("date-released"),
                Needed("license"),
                yaml.Text("repository-code"),
                authors,
                [.. yaml.List("keywords").Select(item => item[FlatYaml.Self])]
            );
    }
}
