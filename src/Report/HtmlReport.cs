using Research.Report.Input;
using Research.Report.Pages;

namespace Research.Report;

/// <summary>The report: one HTML file without an external address; the same input gives the same bytes.</summary>
public static class HtmlReport
{
    public const string File = "report.html";

    /// <exception cref="Numerics.ResearchException">A table or column that a chart needs is not there.</exception>
    public static string Of(ReportInput input)
    {
        var html = new Html();
        string title = $"Results, profile {input.Graph.Profile}";
        html.Markup(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        );
        html.Element("title", $"Research: {title}");
        html.Markup("<style>\n")
            .Markup(Resource.Text("report.css"))
            .Markup("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#front\">To the results</a>\n<header>\n");
        html.Element("h1", title);
        html.Element(
                "p",
                "Published studies of audio pattern recognition, re-run. Every figure that a study published stands beside ours, with a verdict."
            )
            .Markup("</header>\n");
        WriteContents(html, input);
        html.Markup("<main>\n<section>\n");
        FrontPage.Write(html, input);
        foreach (StudyInput study in input.Studies)
        {
            html.Markup("</section>\n<section>\n");
            StudyPage.Write(html, study);
        }

        html.Markup("</section>\n<section>\n");
        ProvenancePage.Write(html, input);
        html.Markup("</section>\n<section>\n");
        DataPage.Write(html, input);
        html.Markup("</section>\n</main>\n<script>\n").Markup(Resource.Text("report.js")).Markup("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteContents(Html html, ReportInput input)
    {
        html.Markup("<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#front\">What reproduced</a></li>\n");
        foreach (StudyInput study in input.Studies)
        {
            html.Markup($"<li><a href=\"#{Html.Attribute(study.Description.Name)}\">")
                .Text(study.Description.Title)
                .Markup("</a><ul>\n");
            foreach (ExperimentInput experiment in study.Experiments.Where(experiment => experiment.Folder is not null))
            {
                html.Markup($"<li><a href=\"#{Html.Attribute(experiment.Target)}\">").Text(experiment.Name).Markup("</a></li>\n");
            }

            html.Markup("</ul></li>\n");
        }

        html.Markup(
            "<li><a href=\"#provenance\">Provenance</a></li>\n<li><a href=\"#data\">Data and licences</a></li>\n<li><a href=\"#packages\">Packages</a></li>\n</ul></nav>\n"
        );
    }
}
