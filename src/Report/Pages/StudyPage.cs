using System.Globalization;
using Research.Report.Claims;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Folders;

namespace Research.Report.Pages;

/// <summary>A study: each experiment, then every published figure.</summary>
internal static class StudyPage
{
    public static void Write(Html html, StudyInput study, GraphDescription graph, ReceiptInput? receipts)
    {
        StudyDescription description = study.Description;
        html.Element($"h2 id=\"{Html.Attribute(description.Name)}\"", description.Title);
        html.Element("p", description.About);
        IReadOnlyList<ClaimRow> rows = ClaimRows.Of(study);
        ILookup<string, ClaimRow> byTarget = rows.ToLookup(row => row.Target);
        foreach (ExperimentInput experiment in study.Experiments)
        {
            if (experiment.Folder is { } folder)
            {
                ExperimentPage.Write(html, study.Description, folder, [.. byTarget[folder.Description.Target]], graph, receipts);
            }
        }

        if (rows.Count > 0)
        {
            html.Element($"h3 id=\"{Html.Attribute(description.Name)}-claims\"", "Every published figure beside ours");
            ClaimTable.WriteAll(
                html,
                string.Create(CultureInfo.InvariantCulture, $"{description.Title}: {rows.Count} published figures"),
                rows
            );
        }
    }
}
