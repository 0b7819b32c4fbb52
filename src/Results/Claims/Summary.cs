using Research.Results.Tables;

namespace Research.Results.Claims;

/// <summary>summary.csv: one row a figure, with the published one and the verdict beside it.</summary>
public static class Summary
{
    private const int Decimals = 6;

    /// <param name="figures">In the order of the table.</param>
    /// <param name="claims">Null where the data are not the study's, so that no verdict is due.</param>
    public static ResultTable Of(IEnumerable<Figure> figures, ClaimBook? claims)
    {
        var table = new ResultTable(
            "summary",
            Column.Text("variant"),
            Column.Text("split"),
            Column.Text("metric"),
            Column.Text("class"),
            Column.Number("mean", Decimals),
            Column.Number("sd", Decimals),
            Column.Number("low", Decimals),
            Column.Number("high", Decimals),
            Column.Count("runs"),
            Column.Text("claim"),
            Column.Number("published", Decimals),
            Column.Text("verdict")
        );
        foreach (Figure figure in figures)
        {
            Claim? claim = claims?.Find(figure.Answers);
            table.Add(
                figure.Variant,
                figure.Split,
                figure.Metric,
                figure.Class,
                figure.Mean,
                figure.Deviation,
                figure.Interval?.Low,
                figure.Interval?.High,
                figure.Runs.Count,
                claim?.Id ?? "",
                claim?.Value,
                claim is null ? "" : VerdictOf(figure, claim).Words()
            );
        }

        return table;
    }

    private static Verdict VerdictOf(Figure figure, Claim claim) =>
        figure.OnOtherData ? Verdict.StandIn : Verdicts.Of(figure, claim.Value);
}
