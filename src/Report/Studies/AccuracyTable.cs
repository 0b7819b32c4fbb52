using System.Globalization;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Results.Tables;

namespace Research.Report.Studies;

/// <summary>A study's accuracies that were published, and the best of each experiment.</summary>
public static class AccuracyTable
{
    /// <summary>The table in Markdown; empty where no experiment has such an accuracy.</summary>
    public static string Of(StudyInput study)
    {
        IReadOnlyList<string>[] rows =
        [
            .. study.Experiments.Select(experiment => experiment.Folder).OfType<ResultFolder>().SelectMany(Rows),
        ];
        return rows.Length == 0
            ? ""
            : MarkdownTable.Of(["experiment", "model", "split", "accuracy", "95 %", "published", "verdict"], rows);
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
