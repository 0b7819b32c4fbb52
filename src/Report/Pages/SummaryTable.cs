using Research.Report.Claims;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>A table of an experiment as the page shows it: a summary's verdicts in a reader's words.</summary>
internal static class SummaryTable
{
    /// <param name="linked">Whether the page has a row for each claim to lead to.</param>
    public static HtmlTable Of(string caption, CsvTable table, int most, bool linked) =>
        new(caption, table.Header, Rows(table))
        {
            Most = most,
            Markup = linked ? ClaimLinks.LinkedRows : ClaimLinks.Rows,
            Explains = true,
        };

    /// <summary>Its rows: a verdict of better or worse where it said higher or lower.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(CsvTable table)
    {
        if (!table.Header.Contains("verdict") || !table.Header.Contains("metric"))
        {
            return table.Rows;
        }

        int verdict = table.Header.ToList().IndexOf("verdict");
        return
        [
            .. table.Rows.Select(row =>
            {
                string[] cells = [.. row];
                cells[verdict] = Outcomes.Of(row[verdict], table.Cell(row, "metric"))?.Words() ?? row[verdict];
                return cells;
            }),
        ];
    }
}
