using System.Globalization;
using System.Text;
using Research.Numerics;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Readme;

/// <summary>The README's results, from a folder of results: verdict counts of every study, and its accuracies that were published, or best.</summary>
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
        var text = new StringBuilder();
        var graph = GraphDescription.Load(Path.Combine(results, GraphDescription.File));
        foreach (string name in graph.Studies)
        {
            var study = StudyInput.Read(Path.Combine(results, name));
            if (study.Description.HasClaims)
            {
                Append(text, study, graph.Profile);
            }
        }

        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, StudyInput study, string profile)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{MarkdownText.Of(study.Description.Title)}** (profile `{profile}`, real recordings)"
        );
        IReadOnlyList<ClaimRow> claims = ClaimRows.Of(study);
        text.Append(
            CultureInfo.InvariantCulture,
            $"{(claims.Count > 0 ? $": of {claims.Count} published figures, {ClaimRows.Counts(claims)}" : "")}.\n\n"
        );
        string page = $"results/{profile}/{MarkdownReport.File}";
        IReadOnlyList<string>[] rows =
        [
            .. study.Experiments.Select(experiment => experiment.Folder).OfType<ResultFolder>().SelectMany(Rows),
        ];
        if (rows.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"All figures: [{page}]({page}).\n");
            return;
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"Accuracies that were published, and the best of each experiment; all else: [{page}]({page}).\n\n"
        );
        text.Append(MarkdownTable.Of(["experiment", "model", "split", "accuracy", "95 %", "published", "verdict"], rows));
    }

    // Accuracies on data that no choice was made on: those that were published, and the best of each split.
    private static IEnumerable<IReadOnlyList<string>> Rows(ResultFolder folder)
    {
        CsvTable summary = folder.Table(ResultFolder.Summary);
        IReadOnlyList<string>? shown = folder.Description.Highlights;
        IReadOnlyList<string>[] accuracies =
        [
            .. summary.Rows.Where(row =>
                summary.Cell(row, "metric") == "accuracy"
                && summary.Cell(row, "split") is "test" or "leave-one-speaker-out"
                && (shown is null || shown.Contains(summary.Cell(row, "variant")))
            ),
        ];
        HashSet<IReadOnlyList<string>> best =
        [
            .. accuracies.GroupBy(row => summary.Cell(row, "split")).Select(split => split.MaxBy(row => Mean(summary, row))!),
        ];
        return accuracies
            .Where(row => best.Contains(row) || summary.Cell(row, "published").Length > 0)
            .Select(row => Row(folder.Description.Name, summary, row));
    }

    private static double Mean(CsvTable summary, IReadOnlyList<string> row) =>
        double.Parse(summary.Cell(row, "mean"), CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Row(string experiment, CsvTable summary, IReadOnlyList<string> row) =>
        [
            experiment,
            summary.Cell(row, "variant"),
            summary.Cell(row, "split"),
            Short(summary.Cell(row, "mean")),
            $"{Short(summary.Cell(row, "low"))}-{Short(summary.Cell(row, "high"))}",
            Short(summary.Cell(row, "published")),
            Outcomes.Of(summary.Cell(row, "verdict"), summary.Cell(row, "metric"))?.Words() ?? summary.Cell(row, "verdict"),
        ];

    private static string Short(string number) =>
        number.Length == 0 ? "" : double.Parse(number, CultureInfo.InvariantCulture).ToString("F3", CultureInfo.InvariantCulture);
}
