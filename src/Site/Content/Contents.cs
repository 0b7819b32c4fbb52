using System.Text.RegularExpressions;
using Research.Numerics;

namespace Research.Site.Content;

/// <summary>The chapters of the documentation and their pages, as docs/contents.md lists them.</summary>
internal static partial class Contents
{
    /// <summary>Where they are listed, within the repository.</summary>
    public const string Source = "docs/contents.md";

    private const string Folder = "docs/";
    private const string DecisionsFolder = "docs/adr";
    private const string LicenceFile = "LICENSE";
    private const string Above = "../"; // a text of the repository that does not lie in docs/

    /// <summary>The pages of a checkout, the front page first, then in the order of the list, then the decisions; at the end those that texts lead to.</summary>
    /// <exception cref="ResearchException">The list names a file that is not there, or leaves out one of docs/.</exception>
    public static IReadOnlyList<SitePage> Of(string root)
    {
        SitePage[] listed = [.. Listed(root)];
        string[] unlisted =
        [
            .. Directory
                .GetFiles(Path.Combine(root, "docs"), "*.md")
                .Select(file => Folder + Path.GetFileName(file))
                .Where(file => file != Source && listed.All(page => page.Source != file))
                .Order(StringComparer.Ordinal),
        ];
        if (unlisted.Length > 0)
        {
            throw new ResearchException(
                $"{Source} does not list {string.Join(" and ", unlisted)}; add a line '- [title](file)' below one of its headings."
            );
        }

        SitePage[] decisions = [.. Decisions(root)];
        return
        [
            Page(root, "README.md", "index.html", "Research", null),
            .. listed,
            .. decisions,
            Page(root, Source, "contents.html", "Contents", null),
            ListOf(decisions),
            .. Licence(root),
        ];
    }

    // Texts lead to the folder, and so to this list.
    private static SitePage ListOf(IEnumerable<SitePage> decisions) =>
        new(
            "decisions/index.html",
            "Decisions",
            null,
            DecisionsFolder,
            "# Decisions\n\nWhat was chosen, why, and what would change it.\n\n"
                + string.Concat(decisions.Select(page => $"- [{page.Title}](adr/{Path.GetFileName(page.Source)})\n"))
        );

    // A plain text, whose lines stay as they are.
    private static IEnumerable<SitePage> Licence(string root) =>
        File.Exists(Path.Combine(root, LicenceFile))
            ?
            [
                new(
                    "licence.html",
                    "Licence",
                    null,
                    LicenceFile,
                    $"# Licence\n\n```\n{File.ReadAllText(Path.Combine(root, LicenceFile)).ReplaceLineEndings("\n").TrimEnd()}\n```\n"
                ),
            ]
            : [];

    private static IEnumerable<SitePage> Listed(string root)
    {
        string? chapter = null;
        foreach (string line in File.ReadLines(Path.Combine(root, Source)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                chapter = line[3..].Trim();
            }
            else if (Entry().Match(line) is { Success: true } entry)
            {
                string file = entry.Groups["file"].Value;
                yield return Page(root, SourceOf(file), PathOf(file), entry.Groups["title"].Value, chapter);
            }
        }
    }

    private static string SourceOf(string file) =>
        file.StartsWith(Above, StringComparison.Ordinal) ? file[Above.Length..] : Folder + file;

    // ../results/paper/REPORT.md is results-paper-report.html: a page of the site lies beside the others.
    private static string PathOf(string file) =>
        file.StartsWith(Above, StringComparison.Ordinal)
            ? Path.ChangeExtension(file[Above.Length..].Replace('/', '-').ToLowerInvariant(), ".html")
            : Path.ChangeExtension(file, ".html");

    private static IEnumerable<SitePage> Decisions(string root) =>
        from file in Directory.GetFiles(Path.Combine(root, "docs", "adr"), "*.md").Order(StringComparer.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file)
        select Page(root, $"docs/adr/{name}.md", $"decisions/{name}.html", Heading(file), "Decisions");

    private static string Heading(string file) => File.ReadLines(file).First().TrimStart('#').Trim();

    private static SitePage Page(string root, string source, string path, string title, string? chapter)
    {
        string file = Path.Combine(root, source);
        return File.Exists(file)
            ? new(path, title, chapter, source, File.ReadAllText(file).ReplaceLineEndings("\n"))
            : throw new ResearchException($"{Source} lists {source}, which is not there.");
    }

    [GeneratedRegex(@"^- \[(?<title>[^\]]+)\]\((?<file>(\.\./([\w-]+/)*)?[\w.-]+\.md)\)")]
    private static partial Regex Entry();
}
