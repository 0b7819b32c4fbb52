using Research.Data.Locking;
using Research.Data.Store;
using Research.Report.Comparison;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Report.Pages;

namespace Research.Report;

/// <summary>A page that sets this tree's results beside the committed snapshots: which tables differ, in which cells, and what each took.</summary>
public static class ComparisonReport
{
    public const string File = "comparison.html";

    /// <param name="here">This tree's results, such as artifacts/quick.</param>
    /// <param name="snapshots">The committed ones, such as results/quick.</param>
    /// <exception cref="Numerics.ResearchException">A table is damaged.</exception>
    public static string Of(ReportInput here, ReportInput snapshots)
    {
        ArgumentNullException.ThrowIfNull(here);
        ArgumentNullException.ThrowIfNull(snapshots);
        Dictionary<string, ResultFolder> own = Folders(here);
        Dictionary<string, ResultFolder> other = Folders(snapshots);
        ExperimentComparison[] compared =
        [
            .. own
                .Keys.Union(other.Keys)
                .Select(target =>
                    ExperimentComparison.Of(target, own.GetValueOrDefault(target), other.GetValueOrDefault(target))
                ),
        ];
        var html = new Html();
        PageFrame.Begin(html, $"Research: this tree against the snapshots, profile {here.Graph.Profile}");
        ComparisonPage.Write(html, here.Graph.Profile, compared);
        PageFrame.End(html);
        return html.ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <param name="here">Folder of this tree's results.</param>
    /// <param name="snapshots">Folder of the committed ones.</param>
    /// <param name="pins">Every pinned dataset.</param>
    /// <param name="output">Folder of the page; it may be the first.</param>
    /// <exception cref="Numerics.ResearchException">A description or a table is missing or damaged.</exception>
    public static void Write(string here, string snapshots, DatasetLock pins, string output) =>
        AtomicFile.Write(Path.Combine(output, File), Of(ReportInput.Read(here, pins), ReportInput.Read(snapshots, pins)));

    private static Dictionary<string, ResultFolder> Folders(ReportInput input) =>
        input
            .Studies.SelectMany(study => study.Experiments)
            .Where(experiment => experiment.Folder is not null)
            .ToDictionary(experiment => experiment.Target, experiment => experiment.Folder!);
}
