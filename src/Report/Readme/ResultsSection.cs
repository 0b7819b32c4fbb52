using System.Globalization;
using Research.Numerics;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Pages;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Readme;

/// <summary>The README's results, from a folder of results: how many published figures reproduced, in all and study by study.</summary>
public static class ResultsSection
{
    private const string Begin = "<!-- results: written by ./build.sh --target Readme -->";
    private const string End = "<!-- end of results -->";

    /// <summary>A README with another section in its place.</summary>
    /// <param name="readme">The whole text.</param>
    /// <param name="section">What stands between the marks.</param>
    /// <exception cref="ResearchException">The text has no results section.</exception>
    public static string Update(string readme, string section)
    {
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new ResearchException($"README.md has no section between '{Begin}' and '{End}'.");
        }

        return readme[..(begin + Begin.Length)] + "\n" + section + readme[end..];
    }

    /// <summary>The section.</summary>
    /// <param name="results">Folder of the committed results of profile paper.</param>
    /// <exception cref="ResearchException">A description is missing.</exception>
    public static string Of(string results)
    {
        var graph = GraphDescription.Load(Path.Combine(results, GraphDescription.File));
        (StudyInput Study, IReadOnlyList<ClaimRow> Claims)[] studies =
        [
            .. graph
                .Studies.Select(name => StudyInput.Read(Path.Combine(results, name)))
                .Where(study => study.Description.HasClaims)
                .Select(study => (study, ClaimRows.Of(study))),
        ];
        string page = $"results/{graph.Profile}/{MarkdownReport.File}";
        ClaimRow[] all = [.. studies.SelectMany(own => own.Claims)];
        return $"""

            {FrontPage.Sentence(graph, all)}. Every row: [{page}]({page}).

            {MarkdownTable.Of(["study", "published figures", "what became of them"], [.. studies.Select(Row)])}

            {Words(all)}

            """.ReplaceLineEndings("\n");
    }

    // What the table's words mean, those that occur.
    private static string Words(IReadOnlyList<ClaimRow> rows) =>
        string.Join("; ", ClaimRows.CountsOf(rows).Select(item => $"*{item.Outcome.Words()}*: {item.Outcome.Explained()}")) + ".";

    private static IReadOnlyList<string> Row((StudyInput Study, IReadOnlyList<ClaimRow> Claims) own) =>
        [own.Study.Description.Title, own.Claims.Count.ToString(CultureInfo.InvariantCulture), ClaimRows.Counts(own.Claims)];
}
