using System.Globalization;
using Research.Report.Claims;
using Research.Report.Figures;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Pages;

/// <summary>How many published figures reproduced, on which data, of which studies: one sentence and one plot. Most people read only this.</summary>
internal static class FrontPage
{
    public static void Write(Html html, ReportInput input)
    {
        ClaimRow[] rows = [.. input.Studies.SelectMany(ClaimRows.Of)];
        html.Element("p class=\"eyebrow\"", $"Results, profile {input.Graph.Profile}");
        html.Element("h1 id=\"front\"", Sentence(input));
        WriteData(html, input);
        html.Markup("<div class=\"hero\">\n<div class=\"answer\">\n");
        WriteLegend(html, rows);
        html.Markup("</div>\n");
        WritePlot(html, rows);
        html.Markup("</div>\n");
        html.Element("h2 id=\"studies\"", "The studies");
        html.Markup("<div class=\"cards\">\n");
        foreach (StudyInput study in input.Studies)
        {
            StudyCard.Write(html, study);
        }

        html.Markup("</div>\n");
        ClaimRow[] others =
        [
            .. rows.Where(row => row.Outcome is { } outcome && outcome.IsCompared() && outcome != Outcome.Reproduced),
        ];
        if (others.Length > 0)
        {
            html.Element("h2 id=\"others\"", "Figures that ours does not reproduce, and why");
            ClaimTable.WriteSome(
                html,
                string.Create(CultureInfo.InvariantCulture, $"{others.Length} figures: {ClaimRows.Counts(others)}"),
                others
            );
        }
    }

    /// <summary>What came out, in one sentence without a full stop.</summary>
    public static string Sentence(ReportInput input) => Sentence(input.Graph, [.. input.Studies.SelectMany(ClaimRows.Of)]);

    /// <param name="rows">The published figures of all studies.</param>
    public static string Sentence(GraphDescription graph, IReadOnlyList<ClaimRow> rows)
    {
        if (!graph.UsesRecordings)
        {
            return "The experiments run, on synthetic data: no published figure is compared";
        }

        int compared = rows.Count(row => row.Outcome is { } outcome && outcome.IsCompared());
        int reproduced = rows.Count(row => row.Outcome == Outcome.Reproduced);
        return compared == 0
            ? "No published figure is compared"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Of {rows.Count:N0} published figures, {compared} could be compared on the studies' own data: {reproduced} reproduced"
            );
    }

    private static void WriteData(Html html, ReportInput input)
    {
        if (!input.Graph.UsesRecordings)
        {
            html.Markup("<p class=\"warning\"><strong>Synthetic data.</strong> ")
                .Text(
                    "Everything here was measured on sounds that code generates; no person spoke or played them. It shows that the experiments run. The studies themselves: "
                )
                .Markup("<code>./build.sh --profile paper</code></p>\n");
        }

        Dictionary<string, (string Title, string HomePage)> pins = input
            .Pins.Datasets.Select(entry => (entry.Id, entry.Title, entry.HomePage))
            .Concat(input.Pins.Generated.Select(entry => (entry.Id, entry.Title, HomePage: "")))
            .ToDictionary(entry => entry.Id, entry => (entry.Title, entry.HomePage));
        UsedDataset[] used =
        [
            .. input
                .Studies.SelectMany(study => study.Experiments)
                .SelectMany(experiment => experiment.Folder?.Data.Datasets ?? [])
                .DistinctBy(dataset => dataset.Id),
        ];
        html.Markup("<details class=\"lead\"><summary>").Text($"Data: {used.Length} sets").Markup("</summary><p>");
        for (int i = 0; i < used.Length; i++)
        {
            (string title, string home) = pins.GetValueOrDefault(used[i].Id, (used[i].Id, ""));
            html.Markup(i == 0 ? "" : "; ")
                .Link(home, title)
                .Text(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $" ({used[i].Items} {(used[i].Synthetic ? "generated clips" : "items")})"
                    )
                );
        }

        html.Text(used.Length == 0 ? "none." : ".").Markup("</p></details>\n");
    }

    private static void WriteLegend(Html html, ClaimRow[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        html.Markup("<ul class=\"counts\">\n");
        foreach ((Outcome outcome, int count) in ClaimRows.CountsOf(rows))
        {
            html.Markup($"<li class=\"v {outcome.Style()}\"><b>")
                .Text(string.Create(CultureInfo.InvariantCulture, $"{count} {outcome.Words()}"))
                .Markup("</b> ")
                .Text(outcome.Explained())
                .Markup("</li>\n");
        }

        html.Markup("</ul>\n");
    }

    private static void WritePlot(Html html, ClaimRow[] rows)
    {
        IReadOnlyList<Drawing> drawings = ClaimPlot.Draw(rows);
        if (drawings.Count == 0)
        {
            return;
        }

        html.Markup("<figure class=\"plot\">\n");
        foreach (Drawing drawing in drawings)
        {
            Pictures.Write(html, drawing);
        }

        html.Element(
                "figcaption",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Every published figure (across) against ours (up). On the line both are the same. Point at a mark to read its row; press it to go there. {ClaimPlot.NotDrawn(rows)} have no figure of ours to draw."
                )
            )
            .Markup("</figure>\n");
    }
}
