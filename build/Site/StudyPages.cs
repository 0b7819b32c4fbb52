using System.Globalization;
using System.Text;
using Research.Report.Claims;
using Research.Report.Highlights;
using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Tables;
using Research.Site;

namespace Research.Build.Site;

/// <summary>A page for each study, from its committed results: what it is, what was published, what came out, how to run it.</summary>
internal static class StudyPages
{
    private const string Chapter = "Studies";

    /// <param name="results">Folder of the committed results of profile paper.</param>
    public static IReadOnlyList<SitePage> Of(string results)
    {
        var graph = GraphDescription.Load(Path.Combine(results, GraphDescription.File));
        return [.. graph.Studies.Select(name => Page(StudyInput.Read(Path.Combine(results, name)), name))];
    }

    private static SitePage Page(StudyInput study, string name) =>
        new($"studies/{name}.html", study.Description.Title, Chapter, $"docs/studies/{name}.md", Text(study, name));

    private static string Text(StudyInput study, string name)
    {
        var text = new StringBuilder($"# {MarkdownText.Of(study.Description.Title)}\n\n");
        IReadOnlyList<ClaimRow> claims = ClaimRows.Of(study);
        if (claims.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Of {claims.Count} published figures: {ClaimRows.Counts(claims)}.\n\n");
        }

        text.Append($"Run it: `./build.sh --target {name} --profile paper`.\n");
        if (AccuracyTable.Of(study) is { Length: > 0 } accuracies)
        {
            text.Append(
                $"\n## Accuracies\n\nThose that were published, and the best of each experiment. All figures: [REPORT.md](../../results/paper/REPORT.md).\n\n{accuracies}"
            );
        }

        foreach (ExperimentInput experiment in study.Experiments.Where(own => own.Folder is not null))
        {
            ExperimentDescription said = experiment.Folder!.Description;
            text.Append(
                $"\n## {said.Name}\n\n*{MarkdownText.Of(said.Question)}*\n\n`./build.sh --target {experiment.Target} --profile paper`\n"
            );
            foreach (string paragraph in said.Method.Paragraphs)
            {
                text.Append($"\n{MarkdownText.Of(paragraph)}\n");
            }
        }

        return text.ToString();
    }
}
