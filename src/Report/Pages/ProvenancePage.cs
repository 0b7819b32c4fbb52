using System.Globalization;
using Research.Pipeline;
using Research.Pipeline.Fingerprints;
using Research.Report.Figures;
using Research.Report.Input;

namespace Research.Report.Pages;

/// <summary>What each table was made from, by which versions, where, and how long it took.</summary>
internal static class ProvenancePage
{
    public static void Write(Html html, ReportInput input, IReadOnlyDictionary<string, ResultFolder> folders)
    {
        html.Element("h2 id=\"provenance\"", "Provenance");
        html.Element(
            "p",
            "A target's fingerprint follows from everything that it depends on; equal fingerprints give equal bits, on any machine and any number of threads. Times and machines are those of the run that is shown, or of the committed run where its fingerprint is the same."
        );
        html.Markup("<figure class=\"wide\" tabindex=\"0\">").Markup(GraphFigure.Draw(input.Graph).ToMarkup(html.NextId("g")));
        html.Element("figcaption", "The graph of targets. Each is made again only when something that it depends on has changed.")
            .Markup("</figure>\n");
        string[] header = ["target", "fingerprint", .. Fingerprint.LeafNames, "seconds", "MiB", "threads", "system"];
        IReadOnlyList<string>[] rows =
        [
            .. input
                .Studies.SelectMany(study => study.Experiments)
                .Where(experiment => experiment.Folder is not null)
                .Select(experiment => Row(experiment, folders[experiment.Target].Record)),
        ];
        new HtmlTable("Targets: fingerprint, leaves (digest and number of parts), cost and machine", header, rows)
        {
            Markup = ClaimLinks.Markup,
        }.Write(html);
        WriteVersions(html, folders.Values);
    }

    private static IReadOnlyList<string> Row(ExperimentInput experiment, RunRecord? record)
    {
        if (record is null || !record.Fingerprints.TryGetValue(experiment.Target, out Fingerprint? fingerprint))
        {
            return [experiment.Target, "no run record", .. Enumerable.Repeat("", Fingerprint.LeafNames.Count + 4)];
        }

        RunCost? cost = record.Costs.GetValueOrDefault(experiment.Target);
        return
        [
            experiment.Target,
            record.Made.Fingerprint[..12],
            .. fingerprint.Leaves.Select(leaf =>
                leaf.Parts.Count == 0
                    ? "none"
                    : string.Create(CultureInfo.InvariantCulture, $"{leaf.Digest[..8]} ({leaf.Parts.Count})")
            ),
            cost is null ? "" : cost.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
            cost is null ? "" : (cost.PeakBytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture),
            cost is null ? "" : cost.Threads.ToString(CultureInfo.InvariantCulture),
            $"{record.Made.OperatingSystem}, {record.Made.Architecture}",
        ];
    }

    private static void WriteVersions(Html html, IEnumerable<ResultFolder> folders)
    {
        (string Part, string Value)[] versions =
        [
            .. folders
                .Select(folder => folder.Record)
                .OfType<RunRecord>()
                .SelectMany(record => record.Fingerprints.Values)
                .SelectMany(fingerprint => new[] { fingerprint["runtime"], fingerprint["packages"] })
                .SelectMany(leaf => leaf.Parts)
                .Select(part => (part.Key, part.Value))
                .Distinct()
                .OrderBy(part => part.Key, StringComparer.Ordinal),
        ];
        IReadOnlyList<string>[] rows = [.. versions.Select(part => new[] { part.Part, part.Value })];
        new HtmlTable("Runtime and packages that computed", ["part", "version and content"], rows).Write(html);
    }
}
