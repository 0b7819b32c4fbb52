using System.Globalization;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Charts;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>An experiment at a glance: its question, what became of its published figures, its first picture. One line opens the rest: method and facts, published figures, pictures, and tables.</summary>
internal static class ExperimentPage
{
    private const int MostRows = 60;
    private const int MostOpen = 12;

    public static void Write(
        Html html,
        StudyDescription study,
        ResultFolder folder,
        IReadOnlyList<ClaimRow> claims,
        GraphDescription graph,
        ReceiptInput? receipts
    )
    {
        ExperimentDescription experiment = folder.Description;
        html.Markup($"<article aria-labelledby=\"{Html.Attribute(experiment.Target)}\">\n");
        html.Element($"h3 id=\"{Html.Attribute(experiment.Target)}\"", experiment.Target);
        Chart[] charts = Charts(folder);
        WriteGlance(html, experiment.Question, claims, charts, folder);
        html.Markup("<details class=\"experiment\"><summary>")
            .Text(Rest(claims, charts))
            .Markup("</summary>\n<div class=\"about\">\n<div>\n");
        WriteMethod(html, experiment.Method);
        html.Markup("</div>\n");
        ExperimentFacts.Write(html, study, folder, graph, receipts);
        html.Markup("</div>\n");
        WriteClaims(html, experiment.Target, claims);
        WriteCharts(html, folder, [.. charts.Skip(1)]);
        WriteTables(html, folder, claims.Count > 0);
        html.Markup("</details>\n");
        html.Markup("</article>\n");
    }

    private static void WriteMethod(Html html, MethodDescription method)
    {
        html.Explain(method.Paragraphs);
        foreach (string paragraph in method.Paragraphs)
        {
            html.Element("p", paragraph);
        }

        if (method.Deviations.Length > 0)
        {
            html.Markup("<p><strong>Deviations.</strong> ").Text(method.Deviations).Markup("</p>\n");
        }
    }

    private static void WriteClaims(Html html, string target, IReadOnlyList<ClaimRow> claims)
    {
        if (claims.Count == 0)
        {
            return;
        }

        string caption = string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {Count(claims.Count, "published figure")} beside ours, {ClaimRows.Counts(claims)}"
        );
        bool open = claims.Count <= MostOpen;
        html.Markup(open ? "" : "<details><summary>").Text(open ? "" : caption).Markup(open ? "" : "</summary>\n");
        ClaimTable.WriteOwn(html, caption, claims);
        html.Markup(open ? "" : "</details>\n");
    }

    private static void WriteGlance(
        Html html,
        string question,
        IReadOnlyList<ClaimRow> claims,
        IReadOnlyList<Chart> charts,
        ResultFolder folder
    )
    {
        html.Markup("<div class=\"glance\">\n<div>\n");
        html.Element("p class=\"question\"", question);
        if (claims.Count > 0)
        {
            html.Element("p", $"Of {Count(claims.Count, "published figure")}: {ClaimRows.Counts(claims)}.");
        }

        html.Markup("</div>\n");
        if (charts.Count > 0)
        {
            Pictures.Write(html, charts[0].Draw(folder.Table), charts[0].Says);
        }

        html.Markup("</div>\n");
    }

    // What the line opens.
    private static string Rest(IReadOnlyList<ClaimRow> claims, IReadOnlyList<Chart> charts) =>
        string.Join(
            ", ",
            new[]
            {
                "Method",
                "facts",
                claims.Count > 0 ? "each published figure beside ours" : "",
                charts.Count > 1 ? Count(charts.Count - 1, "more picture") : "",
                "tables",
            }.Where(part => part.Length > 0)
        );

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    // A folder that was made without wall times has none to draw.
    private static Chart[] Charts(ResultFolder folder) =>
        [.. folder.Description.Charts.Where(chart => chart.Table != Timings.Name || folder.Names.Contains(Timings.Name))];

    private static void WriteCharts(Html html, ResultFolder folder, Chart[] charts)
    {
        if (charts.Length == 0)
        {
            return;
        }

        html.Markup("<div class=\"figures\">\n");
        foreach (Chart chart in charts)
        {
            Pictures.Write(html, chart.Draw(folder.Table), chart.Says);
        }

        html.Markup("</div>\n");
    }

    private static void WriteTables(Html html, ResultFolder folder, bool hasClaims)
    {
        string[] names = [.. folder.Names];
        if (!hasClaims && folder.Table(ResultFolder.Summary).Rows.Count <= MostOpen)
        {
            WriteTable(html, folder, ResultFolder.Summary, hasClaims);
            names = [.. names.Where(name => name != ResultFolder.Summary)];
        }

        if (names.Length == 0)
        {
            return;
        }

        html.Markup("<details><summary>").Text($"Tables: {string.Join(", ", names)}").Markup("</summary>\n");
        foreach (string name in names)
        {
            html.Markup("<details><summary>")
                .Text($"{name}.csv, {ExperimentFacts.Rows(folder.Table(name))}")
                .Markup("</summary>\n");
            WriteTable(html, folder, name, hasClaims);
            html.Markup("</details>\n");
        }

        html.Markup("</details>\n");
    }

    private static void WriteTable(Html html, ResultFolder folder, string name, bool hasClaims)
    {
        CsvTable table = folder.Table(name);
        SummaryTable.Of($"{folder.Description.Target}: {name}", table, MostRows, hasClaims).Write(html);
    }
}
