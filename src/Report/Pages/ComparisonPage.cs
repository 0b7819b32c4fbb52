using System.Globalization;
using Research.Report.Comparison;
using Research.Report.Figures;
using Research.Report.Markup;

namespace Research.Report.Pages;

/// <summary>Two runs beside one another: a sentence, what differs cell by cell, and what each took.</summary>
internal static class ComparisonPage
{
    private const int MostCells = 200;
    private const double Shortest = 0.1; // records have a tenth of a second

    public static void Write(Html html, string profile, IReadOnlyList<ExperimentComparison> experiments)
    {
        WriteContents(html);
        html.Markup("<main>\n<section>\n");
        html.Element("p class=\"eyebrow\"", $"This tree against the snapshots, profile {profile}");
        html.Element("h1 id=\"front\"", Sentence(experiments));
        html.Markup("<div class=\"hero\">\n<div class=\"answer\">\n");
        html.Element(
            "p class=\"lead\"",
            "This tree's tables lie in artifacts, the committed ones in results. Tables of wall times are left out: they differ from run to run."
        );
        html.Markup("</div>\n");
        WritePlot(html, experiments);
        html.Markup("</div>\n");
        WriteExperiments(html, experiments);
        WriteCells(html, experiments);
        html.Markup("</section>\n</main>\n");
    }

    private static void WriteContents(Html html) =>
        html.Markup(
            "<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#front\">In short</a></li>\n<li><a href=\"#experiments\">Experiments</a></li>\n<li><a href=\"#cells\">What differs</a></li>\n</ul></nav>\n"
        );

    private static string Sentence(IReadOnlyList<ExperimentComparison> experiments)
    {
        int tables = experiments.Sum(experiment => experiment.Tables.Count);
        int differing = experiments.Sum(experiment => experiment.Tables.Count(table => !table.IsSame));
        return differing == 0
            ? string.Create(CultureInfo.InvariantCulture, $"All {tables} tables of {experiments.Count} experiments are the same")
            : string.Create(CultureInfo.InvariantCulture, $"{differing} of {tables} tables differ");
    }

    private static void WritePlot(Html html, IReadOnlyList<ExperimentComparison> experiments)
    {
        var marks = new PlotGroup("an experiment", "f1", 0);
        PlotPoint[] points =
        [
            .. from experiment in experiments
            where experiment is { SecondsHere: not null, SecondsThere: not null }
            let there = Math.Max(Shortest, experiment.SecondsThere!.Value)
            let here = Math.Max(Shortest, experiment.SecondsHere!.Value)
            select new PlotPoint(
                there,
                here,
                marks,
                RowId(experiment.Target),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{experiment.Target}: {there:0.0} s in the snapshot, {here:0.0} s here"
                )
            ),
        ];
        if (points.Length == 0)
        {
            return;
        }

        html.Markup("<figure class=\"plot\">\n");
        Pictures.Write(
            html,
            new IdentityPlot
            {
                Title = "Seconds of each experiment",
                Says =
                    "What each experiment took here against what it took when its snapshot was made; on the line both are the same.",
                XTitle = "seconds in the snapshot",
                YTitle = "seconds here",
                Logarithmic = true,
                Groups = [marks],
                Points = points,
            }.Draw()
        );
        html.Element("figcaption", "Two runs may be those of two machines. Point at a mark to read it.").Markup("</figure>\n");
    }

    private static void WriteExperiments(Html html, IReadOnlyList<ExperimentComparison> experiments)
    {
        html.Element("h2 id=\"experiments\"", "Experiments");
        html.Explain(["target", "fingerprint", "leaf"]);
        IReadOnlyList<string>[] rows =
        [
            .. experiments.Select(experiment =>
                (string[])
                    [
                        experiment.Target,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{experiment.Tables.Count(table => table.IsSame)} of {experiment.Tables.Count}"
                        ),
                        experiment.Leaves is { } leaves
                            ? (leaves.Count == 0 ? "none" : string.Join(", ", leaves))
                            : "no run record",
                        Seconds(experiment.SecondsThere),
                        Seconds(experiment.SecondsHere),
                    ]
            ),
        ];
        new HtmlTable(
            "Tables that are the same, leaves of the fingerprint that differ, and cost",
            ["target", "same tables", "differing leaves", "seconds in the snapshot", "seconds here"],
            rows
        )
        {
            Anchor = RowId,
        }.Write(html);
    }

    private static void WriteCells(Html html, IReadOnlyList<ExperimentComparison> experiments)
    {
        html.Element("h2 id=\"cells\"", "What differs");
        IReadOnlyList<string>[] rows =
        [
            .. from experiment in experiments
            from table in experiment.Tables
            where !table.IsSame
            from row in RowsOf(experiment.Target, table)
            select row,
        ];
        if (rows.Length == 0)
        {
            html.Element("p", "Nothing: every cell of every table is the same.");
            return;
        }

        new HtmlTable("Cells that differ", ["target", "table", "row", "column", "snapshot", "here"], rows)
        {
            Most = MostCells,
        }.Write(html);
    }

    private static IEnumerable<IReadOnlyList<string>> RowsOf(string target, TableComparison table) =>
        table.Shape.Length > 0
            ?
            [
                [target, table.Name, table.Shape, "", "", ""],
            ]
            : table.Differences.Select(cell => (string[])[target, table.Name, cell.Row, cell.Column, cell.Snapshot, cell.Here]);

    private static string Seconds(double? seconds) => seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    private static string RowId(string target) => $"row-{target}";
}
