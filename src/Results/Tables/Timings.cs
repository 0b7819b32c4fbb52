using Research.Results.Claims;

namespace Research.Results.Tables;

/// <summary>The one table of an experiment that may hold wall times: no snapshot and no challenge compares it.</summary>
/// <remarks>Where it answers published times, its column "claim" names them; times of two machines get no verdict of better or worse.</remarks>
public static class Timings
{
    public const string Name = "timings";

    public const string File = Name + ".csv";

    /// <summary>The same table with a column "claim": the published times that its rows answer. Any other table as it is.</summary>
    /// <param name="table">A table of an experiment.</param>
    /// <param name="answers">What its rows answer, in their order; empty where nothing was published.</param>
    /// <param name="claims">Null where the data are not the study's.</param>
    public static ResultTable Claimed(ResultTable table, IReadOnlyList<ClaimKey?> answers, ClaimBook? claims)
    {
        if (table.Name != Name || answers.Count == 0)
        {
            return table;
        }

        return table.With(Column.Text("claim"), [.. answers.Select(key => claims?.Find(key)?.Id ?? "")]);
    }

    /// <summary>The claims that a table of timings answers.</summary>
    public static IEnumerable<string> Claims(CsvTable timings) =>
        timings.Header.Contains("claim")
            ? timings.Rows.Select(row => timings.Cell(row, "claim")).Where(claim => claim.Length > 0)
            : [];
}
