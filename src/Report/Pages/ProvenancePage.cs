using System.Globalization;
using Research.Report.Figures;
using Research.Report.Input;
using Research.Report.Markup;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Pages;

/// <summary>What each table was made from, by which versions, where, and how long it took.</summary>
internal static class ProvenancePage
{
    private static readonly string[] Costs = ["seconds", "MiB", "threads", "system"];

    public static void Write(Html html, ReportInput input)
    {
        html.Element("h2 id=\"provenance\"", "Provenance");
        html.Element(
            "p",
            "A target's fingerprint follows from everything that it depends on; equal fingerprints give equal bits, on any machine and any number of threads. Times and machines are those of the run that made the tables shown here."
        );
        ResultFolder[] folders =
        [
            .. input.Studies.SelectMany(study => study.Experiments).Select(item => item.Folder).OfType<ResultFolder>(),
        ];
        WriteFigures(html, input, folders);
        string[] leaves = LeavesOf(folders);
        IReadOnlyList<string>[] rows = [.. folders.Select(folder => Row(folder.Description.Target, folder.Run, leaves.Length))];
        new HtmlTable(
            "Targets: fingerprint, leaves (digest and number of parts), cost and machine",
            ["target", "fingerprint", .. leaves, .. Costs],
            rows
        )
        {
            Markup = ClaimLinks.Targets,
            Explains = true,
        }.Write(html);
        WriteVersions(html, folders);
    }

    private static void WriteFigures(Html html, ReportInput input, IReadOnlyList<ResultFolder> folders)
    {
        html.Explain(["fingerprint", "target", "leaf"]);
        html.Markup("<details><summary>")
            .Text(
                $"The graph of targets: {input.Graph.Targets.Count}, each made again only when something that it depends on has changed"
            )
            .Markup("</summary><figure class=\"broad\" tabindex=\"0\">")
            .Markup(GraphFigure.Draw(input.Graph.Targets).ToMarkup(html.NextId("g")))
            .Markup("</figure></details>\n");
        Dictionary<string, TargetCost> costs = [];
        foreach (
            (string target, TargetCost cost) in folders.SelectMany(folder =>
                folder.Run?.Costs ?? new Dictionary<string, TargetCost>()
            )
        )
        {
            costs.TryAdd(target, cost);
        }

        if (costs.Count > 0)
        {
            Drawing timeline = Timeline.Draw("What the run took", costs, input.Graph.Targets);
            html.Markup("<details><summary>").Text($"Timeline: {timeline.Says}").Markup("</summary><figure class=\"medium\">");
            Pictures.Write(html, timeline);
            html.Markup("</figure></details>\n");
        }
    }

    // Every fingerprint has the same leaves.
    private static string[] LeavesOf(IEnumerable<ResultFolder> folders) =>
        [.. folders.SelectMany(folder => folder.Run?.Leaves.Values ?? []).FirstOrDefault([]).Select(leaf => leaf.Name)];

    private static IReadOnlyList<string> Row(string target, RunFile? run, int leaves)
    {
        if (run is null || !run.Leaves.TryGetValue(target, out IReadOnlyList<LeafParts>? own))
        {
            return [target, "no run record", .. Enumerable.Repeat("", leaves + Costs.Length)];
        }

        TargetCost? cost = run.Costs.GetValueOrDefault(target);
        return
        [
            target,
            run.Fingerprint[..12],
            .. own.Select(leaf =>
                leaf.Parts.Count == 0
                    ? "none"
                    : string.Create(CultureInfo.InvariantCulture, $"{leaf.Digest[..8]} ({leaf.Parts.Count})")
            ),
            cost is null ? "" : cost.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
            cost is null ? "" : (cost.PeakBytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture),
            cost is null ? "" : cost.Threads.ToString(CultureInfo.InvariantCulture),
            $"{run.OperatingSystem}, {run.Architecture}",
        ];
    }

    private static void WriteVersions(Html html, IEnumerable<ResultFolder> folders)
    {
        (string Part, string Value)[] versions =
        [
            .. folders
                .SelectMany(folder => folder.Run?.Leaves.Values ?? [])
                .SelectMany(leaves => leaves)
                .Where(leaf => leaf.Name is "runtime" or "packages")
                .SelectMany(leaf => leaf.Parts)
                .Select(part => (part.Key, part.Value))
                .Distinct()
                .OrderBy(part => part.Key, StringComparer.Ordinal),
        ];
        IReadOnlyList<string>[] rows = [.. versions.Select(part => new[] { part.Part, part.Value })];
        new HtmlTable("Runtime and packages that computed", ["part", "version and content"], rows).Write(html);
    }
}
