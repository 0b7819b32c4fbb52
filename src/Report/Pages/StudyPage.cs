using System.Globalization;
using Research.Report.Input;
using Research.Results.Charts;
using Research.Results.Folders;
using Research.Results.Svg;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>A study: each experiment with its question, method, pictures, tables and cost; then every published figure.</summary>
internal static class StudyPage
{
    private const int MostRows = 60;

    public static void Write(Html html, StudyInput study)
    {
        StudyDescription description = study.Description;
        html.Element($"h2 id=\"{Html.Attribute(description.Name)}\"", description.Title);
        html.Element("p", description.About);
        foreach (ResultFolder folder in study.Experiments.Select(experiment => experiment.Folder).OfType<ResultFolder>())
        {
            WriteExperiment(html, folder.Description, folder);
        }

        if (study.Claims is { } claims)
        {
            html.Element($"h3 id=\"{Html.Attribute(description.Name)}-claims\"", "Every published figure beside ours");
            new HtmlTable($"{description.Title}: {claims.Rows.Count} published figures", claims.Header, claims.Rows)
            {
                Markup = ClaimLinks.Markup,
            }.Write(html);
        }
    }

    private static void WriteExperiment(Html html, ExperimentDescription experiment, ResultFolder folder)
    {
        html.Markup($"<article aria-labelledby=\"{Html.Attribute(experiment.Target)}\">\n");
        html.Element($"h3 id=\"{Html.Attribute(experiment.Target)}\"", experiment.Target);
        html.Element("p class=\"question\"", experiment.Question);
        html.Markup("<p><strong>Data.</strong> ").Text(folder.Data.Sentence).Markup(".</p>\n");
        WriteMethod(html, experiment, folder);
        if (experiment.Charts.Count > 0)
        {
            html.Markup("<div class=\"figures\">\n");
            // A folder that was made without wall times has none to draw.
            foreach (
                Chart chart in experiment.Charts.Where(chart =>
                    chart.Table != Timings.Name || folder.Names.Contains(Timings.Name)
                )
            )
            {
                WriteChart(html, chart, folder);
            }

            html.Markup("</div>\n");
        }

        CsvTable summary = folder.Table(ResultFolder.Summary);
        new HtmlTable($"{experiment.Target}: summary", summary.Header, summary.Rows) { Markup = ClaimLinks.Markup }.Write(html);
        foreach (string name in folder.Names.Where(name => name != ResultFolder.Summary))
        {
            CsvTable table = folder.Table(name);
            string rows =
                table.Rows.Count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count} rows");
            html.Markup("<details><summary>").Text($"{name}.csv, {rows}").Markup("</summary>\n");
            new HtmlTable($"{experiment.Target}: {name}", table.Header, table.Rows) { Most = MostRows }.Write(html);
            html.Markup("</details>\n");
        }

        html.Markup("</article>\n");
    }

    private static void WriteMethod(Html html, ExperimentDescription experiment, ResultFolder folder)
    {
        foreach (string paragraph in experiment.Method.Paragraphs)
        {
            html.Element("p", paragraph);
        }

        if (experiment.Method.Deviations.Length > 0)
        {
            html.Markup("<p><strong>Deviations.</strong> ").Text(experiment.Method.Deviations).Markup("</p>\n");
        }

        html.Markup("<p class=\"cost\"><strong>Run.</strong> <code>").Text(experiment.Method.Command).Markup("</code></p>\n");
        html.Markup("<p class=\"cost\"><strong>Cost.</strong> ").Text(Cost(experiment, folder.Run)).Markup("</p>\n");
    }

    private static string Cost(ExperimentDescription experiment, RunFile? run) =>
        run is not null && run.Costs.TryGetValue(experiment.Target, out TargetCost? cost)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Measured: {cost.Seconds:0.0} s on {cost.Threads} thread{(cost.Threads == 1 ? "" : "s")}, {cost.PeakBytes / 1048576.0:0} MiB."
            )
            : "Not measured.";

    private static void WriteChart(Html html, Chart chart, ResultFolder folder)
    {
        IReadOnlyList<Drawing> drawings = chart.Draw(folder.Table);
        bool wide = drawings.Any(drawing => drawing.Width > 600);
        string kind =
            wide ? "wide\" tabindex=\"0"
            : drawings.Count > 1 ? "panels"
            : "small"; // wide ones scroll on narrow pages
        html.Markup($"<figure class=\"{kind}\">\n");
        foreach (Drawing drawing in drawings)
        {
            html.Markup("<div class=\"panel\">").Markup(drawing.ToMarkup(html.NextId("g"))).Markup("</div>\n");
        }

        html.Element("figcaption", chart.Says).Markup("</figure>\n");
    }
}
