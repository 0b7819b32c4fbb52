using System.Globalization;
using System.Text;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Studies;

/// <summary>A study in Markdown: what was published, what came out, each experiment with its question and method, how to run it.</summary>
public static class StudyText
{
    /// <param name="page">Where all figures can be read.</param>
    public static string Of(StudyInput study, string page)
    {
        StudyDescription described = study.Description;
        var text = new StringBuilder($"# {MarkdownText.Of(described.Title)}\n\n");
        IReadOnlyList<ClaimRow> claims = ClaimRows.Of(study);
        if (claims.Count > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"Of {claims.Count} published figures: {ClaimRows.Counts(claims)}. [All of them]({page}).\n\n"
            );
        }

        text.Append($"`./build.sh --target {described.Name} --profile paper` runs it.\n");
        if (AccuracyTable.Of(study) is { Length: > 0 } accuracies)
        {
            text.Append($"\n## Accuracies\n\nThose that were published, and the best of each experiment.\n\n{accuracies}");
        }

        foreach (ExperimentInput experiment in study.Experiments.Where(own => own.Folder is not null))
        {
            Append(text, experiment.Folder!.Description);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ExperimentDescription experiment)
    {
        text.Append($"\n## {experiment.Name}\n\n*{MarkdownText.Of(experiment.Question)}*\n");
        foreach (string paragraph in experiment.Method.Paragraphs.Append(experiment.Method.Deviations))
        {
            text.Append($"\n{MarkdownText.Of(paragraph)}\n");
        }

        text.Append($"\n`{experiment.Method.Command}`\n");
    }
}
