using Research.Report.Claims;
using Research.Report.Markup;

namespace Research.Report.Pages;

/// <summary>Tables of published figures beside ours, in the order of the original.</summary>
internal static class ClaimTable
{
    private const int Why = 8;
    private const int Target = 9;

    /// <summary>All of a study: each row has the id that marks and other tables lead to.</summary>
    public static void WriteAll(Html html, string caption, IReadOnlyList<ClaimRow> rows) =>
        new HtmlTable(caption, ClaimRow.Header, [.. rows.Select(row => row.Cells)])
        {
            Markup = ClaimLinks.Rows,
            Anchor = id => $"claim-{id}",
            Printed = true,
            Explains = true,
        }.Write(html);

    /// <summary>Some of them, of any experiment.</summary>
    public static void WriteSome(Html html, string caption, IEnumerable<ClaimRow> rows) =>
        new HtmlTable(caption, ClaimRow.Header, [.. rows.Select(row => row.Cells)])
        {
            Markup = ClaimLinks.LinkedRows,
            Printed = true,
            Explains = true,
        }.Write(html);

    /// <summary>Those of one experiment.</summary>
    public static void WriteOwn(Html html, string caption, IReadOnlyList<ClaimRow> rows)
    {
        int columns = rows.All(row => row.Why.Length == 0) ? Why : Target;
        new HtmlTable(caption, [.. ClaimRow.Header.Take(columns)], [.. rows.Select(row => row.Cells.Take(columns).ToArray())])
        {
            Markup = ClaimLinks.LinkedRows,
            Printed = true,
            Explains = true,
        }.Write(html);
    }
}
