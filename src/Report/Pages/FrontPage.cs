using Research.Report.Figures;
using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>What reproduced, what did not, on which data: the page that most people read.</summary>
internal static class FrontPage
{
    private static readonly string[] Columns =
    [
        "claim",
        "where",
        "variant",
        "split",
        "quantity",
        "class",
        "published",
        "ours",
        "verdict",
        "target",
    ];

    public static void Write(Html html, ReportInput input)
    {
        html.Element("h2 id=\"front\"", "What reproduced, and what did not");
        if (!input.Graph.UsesRecordings)
        {
            html.Markup("<p class=\"warning\"><strong>Synthetic data.</strong> ")
                .Text(
                    "Everything here was measured on generated data, which no person spoke or played. It shows that the experiments run; no published figure is compared. The studies themselves: ./build.sh --profile paper."
                )
                .Markup("</p>\n");
        }

        foreach (StudyInput study in input.Studies)
        {
            WriteStudy(html, study);
        }
    }

    private static void WriteStudy(Html html, StudyInput study)
    {
        html.Element("h3", study.Description.Title);
        html.Element("p", study.Description.About);
        if (study.Claims is { } claims)
        {
            var verdicts = claims
                .Rows.GroupBy(row => claims.Cell(row, "verdict"))
                .Select(group => (group.Key, group.Count()))
                .OrderBy(item => Order(item.Key))
                .ToArray();
            html.Markup("<figure class=\"wide\" tabindex=\"0\">")
                .Markup(VerdictFigure.Draw(study.Description.Title, verdicts).ToMarkup(html.NextId("g")))
                .Markup("</figure>\n");
            WriteOthers(html, claims);
        }

        ExperimentInput[] missing = [.. study.Experiments.Where(experiment => experiment.Folder is null)];
        if (missing.Length > 0)
        {
            html.Element(
                "p class=\"warning\"",
                $"Not run, so not in this report: {string.Join(", ", missing.Select(experiment => experiment.Target))}."
            );
        }

        string[] data =
        [
            .. study
                .Experiments.Select(experiment => experiment.Folder?.Data)
                .OfType<UsedData>()
                .SelectMany(data =>
                    data.Datasets.Count == 0 ? [data.Sentence] : data.Datasets.Select(dataset => dataset.Sentence)
                )
                .Distinct(),
        ];
        html.Element("p", "On these data:").Markup("<ul>\n");
        foreach (string note in data)
        {
            html.Element("li", note);
        }

        html.Markup("</ul>\n");
    }

    private static void WriteOthers(Html html, CsvTable claims)
    {
        var others = claims.Rows.Where(row => claims.Cell(row, "verdict") is "lower" or "higher" or "not attempted").ToArray();
        if (others.Length == 0)
        {
            html.Element("p", "Every figure that can be compared was reproduced.");
            return;
        }

        IReadOnlyList<string>[] rows = [.. others.Select(row => Columns.Select(column => claims.Cell(row, column)).ToArray())];
        new HtmlTable("Published figures that ours does not reproduce", Columns, rows) { Markup = ClaimLinks.Markup }.Write(html);
    }

    private static int Order(string verdict) =>
        verdict switch
        {
            "reproduced" => 0,
            "lower" => 1,
            "higher" => 2,
            _ => 3,
        };
}
