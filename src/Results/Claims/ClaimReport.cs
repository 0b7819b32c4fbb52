using System.Globalization;
using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>claims.csv of a study: every published figure with ours, the difference and a verdict.</summary>
public static class ClaimReport
{
    /// <param name="claims">All published figures of the study.</param>
    /// <param name="summaries">The summary of each experiment, by its name; one that has not run is left out.</param>
    /// <param name="timed">Published wall times that an experiment measured too, by claim, with its target.</param>
    /// <param name="notPublic">Datasets, as the claims name them, that nobody outside can have.</param>
    public static ResultTable Of(
        ClaimBook claims,
        IReadOnlyDictionary<string, CsvTable> summaries,
        IReadOnlyDictionary<string, string> timed,
        IReadOnlyCollection<string> notPublic
    )
    {
        var table = new ResultTable(
            "claims",
            Column.Text("claim"),
            Column.Text("where"),
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("quantity"),
            Column.Text("class"),
            Column.Number("published", 6),
            Column.Number("ours", 6),
            Column.Number("difference", 6),
            Column.Text("verdict"),
            Column.Text("target")
        );
        foreach (Claim claim in claims.All)
        {
            (string target, double? ours, string verdict) = Answer(claim, summaries, timed, notPublic);
            string variant = string.Join(", ", new[] { claim.Model, claim.Variant }.Where(text => text.Length > 0));
            table.Add(
                claim.Id,
                claim.Place,
                variant,
                claim.Split,
                claim.Quantity,
                claim.Class,
                claim.Value,
                ours,
                ours - claim.Value,
                verdict,
                target
            );
        }

        return table;
    }

    /// <summary>How many claims have which verdict, in words: "3 reproduced, 1 lower".</summary>
    public static string CountVerdicts(CsvTable claims) =>
        string.Join(
            ", ",
            claims.Rows.GroupBy(row => claims.Cell(row, "verdict")).Select(group => $"{group.Count()} {group.Key}")
        );

    private static (string Target, double? Ours, string Verdict) Answer(
        Claim claim,
        IReadOnlyDictionary<string, CsvTable> summaries,
        IReadOnlyDictionary<string, string> timed,
        IReadOnlyCollection<string> notPublic
    )
    {
        foreach ((string target, CsvTable summary) in summaries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (IReadOnlyList<string> row in summary.Rows.Where(row => summary.Cell(row, "claim") == claim.Id))
            {
                double ours = double.Parse(summary.Cell(row, "mean"), CultureInfo.InvariantCulture);
                return (target, ours, summary.Cell(row, "verdict"));
            }
        }

        if (timed.TryGetValue(claim.Id, out string? measured))
        {
            return (measured, null, Verdict.Timed.Words());
        }

        Verdict verdict = notPublic.Contains(claim.Dataset) ? Verdict.DataNotPublic : Verdict.NotAttempted;
        return ("", null, verdict.Words());
    }
}
