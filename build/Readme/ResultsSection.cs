using System.Globalization;
using System.Text;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Build.Readme;

/// <summary>The README's results, from the snapshots: verdict counts of every study, and its accuracies that were published, or best.</summary>
public static class ResultsSection
{
    private const string Begin = "<!-- results: written by ./build.sh --target Readme -->";
    private const string End = "<!-- end of results -->";

    /// <summary>The text with its results section made anew.</summary>
    /// <exception cref="ResearchException">The text has no results section.</exception>
    public static string Update(string readme, string snapshots)
    {
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new ResearchException($"README.md has no section between '{Begin}' and '{End}'.");
        }

        return readme[..(begin + Begin.Length)] + "\n" + Make(snapshots) + readme[end..];
    }

    private static string Make(string snapshots)
    {
        var text = new StringBuilder();
        foreach (Study study in Studies.All.Where(study => study.Claims.All.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{study.Title}** (profile `paper`, real recordings)");
            string claims = Path.Combine(snapshots, "paper", study.Name, "claims.csv");
            text.Append(File.Exists(claims) ? $": {Verdicts(CsvTable.Load(claims))}.\n\n" : ".\n\n");
            text.Append(
                "Accuracies that were published, and the best of each experiment; all else: [results/paper/REPORT.md](results/paper/REPORT.md).\n\n"
            );
            text.Append(
                MarkdownTable.Of(
                    ["experiment", "model", "split", "accuracy", "95 %", "published", "verdict"],
                    Rows(study, snapshots)
                )
            );
        }

        return text.Append('\n').ToString();
    }

    private static string Verdicts(CsvTable claims) =>
        $"of {claims.Rows.Count} published figures, {ClaimReport.CountVerdicts(claims)}";

    // Accuracies on data that no choice was made on (a grid shows only what it chose on validation data): those that were published, and the best of each experiment and split.
    private static IEnumerable<IReadOnlyList<string>> Rows(Study study, string snapshots)
    {
        foreach (Experiment experiment in study.Experiments(Profile.Paper))
        {
            string path = Path.Combine(snapshots, "paper", experiment.Study, experiment.Name, TablesTarget.Summary);
            CsvTable summary = File.Exists(path) ? CsvTable.Load(path) : new([], []);
            bool grid = experiment.Name.EndsWith("Grid", StringComparison.Ordinal);
            IReadOnlyList<string>[] accuracies =
            [
                .. summary.Rows.Where(row =>
                    summary.Cell(row, "metric") == "accuracy"
                    && summary.Cell(row, "split") is "test" or "leave-one-speaker-out"
                    && (!grid || summary.Cell(row, "variant").Contains("best ", StringComparison.Ordinal))
                ),
            ];
            HashSet<IReadOnlyList<string>> best =
            [
                .. accuracies.GroupBy(row => summary.Cell(row, "split")).Select(split => split.MaxBy(row => Mean(summary, row))!),
            ];
            foreach (IReadOnlyList<string> row in accuracies)
            {
                if (best.Contains(row) || summary.Cell(row, "published").Length > 0)
                {
                    yield return Row(experiment, summary, row);
                }
            }
        }
    }

    private static double Mean(CsvTable summary, IReadOnlyList<string> row) =>
        double.Parse(summary.Cell(row, "mean"), CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Row(Experiment experiment, CsvTable summary, IReadOnlyList<string> row) =>
        [
            experiment.Name,
            summary.Cell(row, "variant"),
            summary.Cell(row, "split"),
            Short(summary.Cell(row, "mean")),
            $"{Short(summary.Cell(row, "low"))}-{Short(summary.Cell(row, "high"))}",
            Short(summary.Cell(row, "published")),
            summary.Cell(row, "verdict"),
        ];

    private static string Short(string number) =>
        number.Length == 0 ? "" : double.Parse(number, CultureInfo.InvariantCulture).ToString("F3", CultureInfo.InvariantCulture);
}
