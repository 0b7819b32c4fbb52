using Research.Report.Input;
using Research.Report.Markup;
using Research.Report.Pages;

namespace Research.Report;

/// <summary>The report: one HTML file that loads nothing from elsewhere; the same input gives the same bytes.</summary>
public static class HtmlReport
{
    public const string File = "report.html";

    /// <exception cref="Numerics.ResearchException">A table or column that a chart needs is not there.</exception>
    public static string Of(ReportInput input)
    {
        var html = new Html();
        PageFrame.Begin(html, $"Research: results, profile {input.Graph.Profile}");
        WriteContents(html, input);
        html.Markup("<main>\n<section>\n");
        FrontPage.Write(html, input);
        foreach (StudyInput study in input.Studies)
        {
            html.Markup("</section>\n<section>\n");
            StudyPage.Write(html, study, input.Graph, input.Receipts);
        }

        if (input.Witness is { } witness)
        {
            html.Markup("</section>\n<section>\n");
            WitnessPage.Write(html, witness);
        }

        html.Markup("</section>\n<section>\n");
        ProvenancePage.Write(html, input);
        html.Markup("</section>\n<section>\n");
        DataPage.Write(html, input);
        html.Markup("</section>\n</main>\n");
        PageFrame.End(html);
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

            if (study.Claims is not null)
            {
                html.Markup($"<li><a href=\"#{Html.Attribute(study.Description.Name)}-claims\">All figures</a></li>\n");
            }

            html.Markup("</ul></li>\n");
        }

        if (input.Witness is { } witness)
        {
            html.Markup($"<li><a href=\"#{WitnessPage.Anchor}\">").Text(WitnessPage.Heading(witness)).Markup("</a></li>\n");
        }

        html.Markup(
            "<li><a href=\"#provenance\">Provenance</a></li>\n<li><a href=\"#data\">Data</a></li>\n<li><a href=\"#packages\">Packages</a></li>\n</ul></nav>\n"
        );
    }
}
