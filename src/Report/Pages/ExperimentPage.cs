using System.Globalization;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Charts;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>An experiment: question, method and facts, its published figures, pictures, and tables.</summary>
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
        html.Element("p class=\"question\"", experiment.Question);
        html.Markup("<div class=\"about\">\n<div>\n");
        WriteMethod(html, experiment.Method);
        html.Markup("</div>\n");
        ExperimentFacts.Write(html, study, folder, graph, receipts);
        html.Markup("</div>\n");
        WriteClaims(html, experiment.Target, claims);
        WriteCharts(html, folder);
        WriteTables(html, folder, claims.Count > 0);
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
            $"{target}: {claims.Count} published figure{(claims.Count == 1 ? "" : "s")} beside ours, {ClaimRows.Counts(claims)}"
        );
        bool open = claims.Count <= MostOpen;
        html.Markup(open ? "" : "<details><summary>").Text(open ? "" : caption).Markup(open ? "" : "</summary>\n");
        ClaimTable.WriteOwn(html, caption, claims);
        html.Markup(open ? "" : "</details>\n");
    }

    private static void WriteCharts(Html html, ResultFolder folder)
    {
        // A folder that was made without wall times has none to draw.
        Chart[] charts =
        [
            .. folder.Description.Charts.Where(chart => chart.Table != Timings.Name || folder.Names.Contains(Timings.Name)),
        ];
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
