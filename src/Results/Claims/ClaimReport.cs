using System.Globalization;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>claims.csv of a study: every published figure with ours, the difference and a verdict.</summary>
public static class ClaimReport
{
    /// <param name="claims">All published figures of the study.</param>
    /// <param name="summaries">The summary of each experiment, by its target.</param>
    /// <param name="timed">Published wall times that an experiment measured too, by claim, with its target.</param>
    /// <param name="notPublic">Datasets, as the claims name them, that nobody outside can have: a figure on them may stay unanswered.</param>
    /// <param name="pending">Experiments, as the claims name them, that nothing measures yet: their figures may stay unanswered.</param>
    /// <remarks>A figure on the published data is taken before one on other data.</remarks>
    /// <exception cref="ResearchException">A claim is answered by no figure, or by two on the same kind of data; names all of them.</exception>
    public static ResultTable Of(
        ClaimBook claims,
        IReadOnlyDictionary<string, CsvTable> summaries,
        IReadOnlyDictionary<string, string> timed,
        IReadOnlyCollection<string> notPublic,
        IReadOnlyCollection<string> pending
    )
    {
        ILookup<string, Answer> answers = Nearest(Answers(summaries).Concat(Timed(timed))).ToLookup(answer => answer.Claim);
        Check(claims, answers, claim => notPublic.Contains(claim.Dataset) || pending.Contains(claim.Experiment));
        ResultTable table = NewTable();
        foreach (Claim claim in claims.All)
        {
            Verdict without = notPublic.Contains(claim.Dataset) ? Verdict.DataNotPublic : Verdict.NotAttempted;
            Answer answer = answers[claim.Id].FirstOrDefault(new Answer(claim.Id, "", null, without.Words()));
            string variant = string.Join(", ", new[] { claim.Model, claim.Variant }.Where(text => text.Length > 0));
            table.Add(
                claim.Id,
                claim.Place,
                variant,
                claim.Split,
                claim.Quantity,
                claim.Class,
                claim.Value,
                answer.Ours,
                answer.Ours - claim.Value,
                answer.Verdict,
                answer.Target
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

    private static ResultTable NewTable() =>
        new(
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

    private static void Check(ClaimBook claims, ILookup<string, Answer> answers, Func<Claim, bool> mayStayOpen)
    {
        string[] problems =
        [
            .. claims
                .All.Where(claim => !answers[claim.Id].Any() && !mayStayOpen(claim))
                .Select(claim => $"no figure answers {claim.Id} ({claim.Key.Text})"),
            .. answers
                .Where(group => group.Count() > 1)
                .Select(group => $"{group.Key} is answered by {string.Join(" and by ", group.Select(answer => answer.Target))}"),
        ];
        if (problems.Length > 0)
        {
            throw new ResearchException(
                $"Published figures and ours do not fit together: {string.Join("; ", problems)}. Each needs one figure whose Answers has the values of its row in claims.csv."
            );
        }
    }

    // Where the published data are there, figures on others no longer stand in for them.
    private static IEnumerable<Answer> Nearest(IEnumerable<Answer> answers) =>
        answers
            .GroupBy(answer => answer.Claim)
            .SelectMany(claim =>
            {
                Answer[] own = [.. claim.Where(answer => answer.Verdict != Verdict.StandIn.Words())];
                return own.Length > 0 ? own : [.. claim];
            });

    private static IEnumerable<Answer> Answers(IReadOnlyDictionary<string, CsvTable> summaries) =>
        from summary in summaries
        from row in summary.Value.Rows
        let claim = summary.Value.Cell(row, "claim")
        where claim.Length > 0
        select new Answer(
            claim,
            summary.Key,
            double.Parse(summary.Value.Cell(row, "mean"), CultureInfo.InvariantCulture),
            summary.Value.Cell(row, "verdict")
        );

    private static IEnumerable<Answer> Timed(IReadOnlyDictionary<string, string> timed) =>
        timed.Select(item => new Answer(item.Key, item.Value, null, Verdict.Timed.Words()));

    private sealed record Answer(string Claim, string Target, double? Ours, string Verdict);
}
