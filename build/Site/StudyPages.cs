using Research.Report.Input;
using Research.Report.Studies;
using Research.Results.Folders;
using Research.Site.Content;

namespace Research.Build.Site;

/// <summary>A page for each study, from its committed results.</summary>
internal static class StudyPages
{
    private const string Chapter = "Studies";
    private const string AllFigures = "../../results/paper/REPORT.md";

    /// <param name="results">Folder of the committed results of profile paper.</param>
    public static IReadOnlyList<SitePage> Of(string results)
    {
        var graph = GraphDescription.Load(Path.Combine(results, GraphDescription.File));
        return [.. graph.Studies.Select(name => Page(StudyInput.Read(Path.Combine(results, name)), name))];
    }

    private static SitePage Page(StudyInput study, string name) =>
        new($"studies/{name}.html", study.Description.Title, Chapter, $"docs/studies/{name}.md", StudyText.Of(study, AllFigures));
}
