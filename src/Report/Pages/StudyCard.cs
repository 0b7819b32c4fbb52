using System.Globalization;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Folders;

namespace Research.Report.Pages;

/// <summary>A study in short: who wrote it, where it can be read, and what became of its figures.</summary>
internal static class StudyCard
{
    public static void Write(Html html, StudyInput study)
    {
        StudyDescription description = study.Description;
        html.Markup("<section class=\"card\">\n<h3>")
            .Markup($"<a href=\"#{Html.Attribute(description.Name)}\">")
            .Text(description.Title)
            .Markup("</a></h3>\n");
        WriteCounts(html, ClaimRows.Of(study));
        foreach (StudyDocument document in description.Documents)
        {
            WriteDocument(html, document);
        }

        if (description.Documents.Count == 0)
        {
            html.Element("p", description.About);
        }

        ExperimentInput[] missing = [.. study.Experiments.Where(experiment => experiment.Folder is null)];
        if (missing.Length > 0)
        {
            html.Element(
                "p class=\"warning\"",
                $"Not run, so not in this report: {string.Join(", ", missing.Select(experiment => experiment.Target))}."
            );
        }

        html.Markup("</section>\n");
    }

    // A bar of the outcomes, as wide as their shares.
    private static void WriteCounts(Html html, IReadOnlyList<ClaimRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Markup("<div class=\"share\" aria-hidden=\"true\">");
        foreach ((Outcome outcome, int count) in ClaimRows.CountsOf(rows))
        {
            html.Markup(
                string.Create(CultureInfo.InvariantCulture, $"<i class=\"b-{outcome.Style()}\" style=\"flex-grow:{count}\"></i>")
            );
        }

        html.Markup("</div>\n");
        html.Element(
            "p",
            string.Create(CultureInfo.InvariantCulture, $"Of {rows.Count} published figures: {ClaimRows.Counts(rows)}.")
        );
    }

    private static void WriteDocument(Html html, StudyDocument document)
    {
        html.Markup("<p class=\"document\"><b>").Link(document.Address, document.Title).Markup("</b>");
        if (document.OriginalTitle.Length > 0)
        {
            html.Text($" ({document.OriginalTitle})");
        }

        html.Text($". {document.Authors}. {document.Kind}.");
        if (document.Address.Length == 0)
        {
            html.Text(" No public address known.");
        }

        if (document.Follows.Length > 0)
        {
            int address = document.Follows.IndexOf("https://", StringComparison.Ordinal);
            html.Text(" After ");
            html.Text(address < 0 ? document.Follows : document.Follows[..address]);
            if (address >= 0)
            {
                html.Link(document.Follows[address..], document.Follows[address..]);
            }

            html.Text(".");
        }

        html.Markup(" <span class=\"id\">").Text($"Claims {document.Id}-…").Markup("</span></p>\n");
    }
}
