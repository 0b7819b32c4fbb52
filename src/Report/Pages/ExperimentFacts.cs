using System.Globalization;
using Research.Numerics;
using Research.Report.Figures;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Report.Pages;

/// <summary>What an experiment is made of and where to find it: data, command, cost with its timeline, source, files.</summary>
internal static class ExperimentFacts
{
    public static void Write(
        Html html,
        StudyDescription study,
        ResultFolder folder,
        GraphDescription graph,
        ReceiptInput? receipts
    )
    {
        ExperimentDescription experiment = folder.Description;
        html.Markup("<dl class=\"facts\">\n");
        html.Markup("<dt>Data</dt><dd>").Text(folder.Data.Sentence).Markup(".</dd>\n");
        html.Markup("<dt>Run</dt><dd><code>").Text(experiment.Method.Command.TrimEnd('.')).Markup("</code></dd>\n");
        html.Markup("<dt>Cost</dt><dd>").Text(Cost(experiment.Target, folder.Run));
        WriteTimeline(html, experiment.Target, folder.Run, graph);
        html.Markup("</dd>\n");
        if (receipts?.Sentence(experiment.Target, folder.Run?.Fingerprint) is { } confirmed)
        {
            html.Markup("<dt>Recomputed</dt><dd>").Text(confirmed).Markup(".</dd>\n");
        }

        if (study.SourceFolder is { } source)
        {
            // results/<profile> and artifacts/<profile> lie two folders below the repository.
            html.Markup("<dt>Source</dt><dd>")
                .FileLink(["..", "..", .. source.Split('/'), experiment.Name + ".cs"], $"{source}/{experiment.Name}.cs")
                .Markup("</dd>\n");
        }

        html.Markup("<dt>Files</dt><dd>");
        foreach (string name in folder.Names)
        {
            html.FileLink([study.Name, experiment.Name, name + ".csv"], name + ".csv").Text($" ({Rows(folder.Table(name))}) ");
        }

        html.Markup("</dd>\n</dl>\n");
    }

    /// <summary>How many rows a table has.</summary>
    public static string Rows(CsvTable table) =>
        table.Rows.Count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count} rows");

    // Of all that its run made, not of the tables alone.
    private static string Cost(string target, RunFile? run) =>
        run is not null && run.Costs.TryGetValue(target, out TargetCost? tables)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Measured: {Time(OrderedSum.Of([.. run.Costs.Values.Select(cost => cost.Seconds * cost.Threads)]))} of one core for {run.Costs.Count} targets, with data and features that other experiments share; at most {run.Costs.Values.Max(cost => cost.PeakBytes) / 1048576.0:0} MiB a worker. Its tables alone: {tables.Seconds:0.0} s."
            )
            : "Not measured.";

    private static string Time(double seconds) =>
        seconds < 120
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes");

    private static void WriteTimeline(Html html, string target, RunFile? run, GraphDescription graph)
    {
        if (run is null || run.Costs.Count < 2)
        {
            return;
        }

        html.Markup("<details><summary>Timeline</summary>");
        Pictures.Write(html, Timeline.Draw($"{target}: what its run took", run.Costs, graph.Targets));
        html.Markup("</details>");
    }
}
