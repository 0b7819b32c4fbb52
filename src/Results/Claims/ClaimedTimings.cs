using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>Adds to an experiment's wall times the published times that they answer.</summary>
public static class ClaimedTimings
{
    /// <summary>The same table with a column "claim": the published times that its rows answer. Any other table than <see cref="Timings"/> as it is.</summary>
    /// <param name="table">A table of an experiment.</param>
    /// <param name="answers">What its rows answer, in their order; empty where nothing was published.</param>
    /// <param name="claims">Null where the data are not the study's.</param>
    public static ResultTable Of(ResultTable table, IReadOnlyList<ClaimKey?> answers, ClaimBook? claims) =>
        table.Name != Timings.Name || answers.Count == 0
            ? table
            : table.With(Column.Text("claim"), [.. answers.Select(key => claims?.Find(key)?.Id ?? "")]);
}
