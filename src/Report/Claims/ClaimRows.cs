using System.Globalization;
using Research.Report.Input;
using Research.Results.Tables;

namespace Research.Report.Claims;

/// <summary>Every published figure of a study, in the order of the original.</summary>
internal static class ClaimRows
{
    /// <summary>None where the study has no claims.</summary>
    public static IReadOnlyList<ClaimRow> Of(StudyInput study)
    {
        if (study.Claims is not { } claims)
        {
            return [];
        }

        Dictionary<string, (string Low, string High)> intervals = Intervals(study);
        return [.. claims.Rows.Select(row => Read(study, claims, row, intervals))];
    }

    /// <summary>How many have which outcome, in words: "3 reproduced, 1 better".</summary>
    public static string Counts(IReadOnlyList<ClaimRow> rows) =>
        string.Join(
            ", ",
            CountsOf(rows).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Count} {item.Outcome.Words()}"))
        );

    /// <summary>Outcomes that occur, in the order of a legend.</summary>
    public static IEnumerable<(Outcome Outcome, int Count)> CountsOf(IReadOnlyList<ClaimRow> rows) =>
        Outcomes.All.Select(outcome => (outcome, rows.Count(row => row.Outcome == outcome))).Where(item => item.Item2 > 0);

    private static ClaimRow Read(
        StudyInput study,
        CsvTable claims,
        IReadOnlyList<string> row,
        Dictionary<string, (string Low, string High)> intervals
    )
    {
        string Cell(string column) => claims.Cell(row, column);

        (string id, string verdict) = (Cell("claim"), Cell("verdict"));
        Outcome? outcome = Outcomes.Of(verdict, Cell("quantity"));
        (string low, string high) = intervals.GetValueOrDefault(id, ("", ""));
        return new(
            id,
            Cell("where"),
            Cell("variant"),
            Cell("split"),
            Cell("quantity"),
            Cell("class"),
            Cell("published"),
            Cell("ours"),
            low,
            high,
            outcome,
            verdict,
            Cell("target"),
            Why(study, id, outcome)
        );
    }

    private static string Why(StudyInput study, string id, Outcome? outcome)
    {
        if (study.Description.Reasons.TryGetValue(id, out string? reason))
        {
            return reason;
        }

        IReadOnlyDictionary<string, string> standIns = study.Description.StandIns;
        return outcome switch
        {
            Outcome.OtherData when standIns.Count > 0 =>
                $"The study's recordings ({string.Join(", ", standIns.Keys)}) cannot be had; {string.Join(", ", standIns.Values.Distinct())} stands in.",
            Outcome.DataNotPublic =>
                $"The data that it was measured on cannot be had, and nothing that is here has the like. {study.Description.WithTheData}".TrimEnd(),
            Outcome.NotAttempted => "No experiment measures it yet.",
            Outcome.Timed => "Times of two machines are not compared; ours is in timings.csv.",
            Outcome.Better or Outcome.Worse or Outcome.Above or Outcome.Below =>
                "Not known: the published figure lies outside our interval.",
            _ => "",
        };
    }

    // By claim, from the summaries that answer them.
    private static Dictionary<string, (string Low, string High)> Intervals(StudyInput study)
    {
        Dictionary<string, (string, string)> intervals = [];
        foreach (ResultFolder folder in study.Experiments.Select(experiment => experiment.Folder).OfType<ResultFolder>())
        {
            CsvTable summary = folder.Table(ResultFolder.Summary);
            foreach (IReadOnlyList<string> row in summary.Rows.Where(row => summary.Cell(row, "claim").Length > 0))
            {
                intervals[summary.Cell(row, "claim")] = (summary.Cell(row, "low"), summary.Cell(row, "high"));
            }
        }

        return intervals;
    }
}
