using System.Xml.Linq;
using Research.Build.Reports;
using Research.Pipeline;
using Research.Report.Input;
using Research.Results.Charts;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Report.Tests;

/// <summary>Small tables, and the committed results as a report's input.</summary>
internal static class Samples
{
    public static CsvTable Table(string text) => CsvTable.Parse(text.ReplaceLineEndings("\n"));

    /// <summary>The drawings of a chart of one table, each parsed, so that markup that is no XML fails.</summary>
    public static XElement[] Draw(Chart chart, string table) => Draw(chart, _ => Table(table));

    public static XElement[] Draw(Chart chart, Func<string, CsvTable> table) =>
        [.. Research.Report.Figures.Figures.Draw(chart, table).Select((drawing, i) => XElement.Parse(drawing.ToMarkup($"g{i}")))];

    /// <summary>All text of a drawing but its title and description.</summary>
    public static string[] Texts(XElement svg) => [.. svg.Elements("text").Select(text => text.Value)];

    public static XElement[] OfClass(XElement svg, string element, string style) =>
        [.. svg.Elements(element).Where(item => item.Attribute("class")!.Value.Split(' ').Contains(style))];

    /// <summary>What the report of the committed results is made from.</summary>
    public static ReportInput Committed(Profile profile)
    {
        string root = RealData.Repository();
        string results = Path.Combine(root, "results");
        string cache = Path.Combine(Path.GetTempPath(), "research-report-tests");
        using var project = Project.Open(
            ProjectSettings.Standard(root, Experiments.Catalogue.Assembly, profile, paranoid: false) with
            {
                Artifacts = results,
                Cache = cache,
            }
        );
        return ReportSource.Of(project, results, _ => true);
    }
}
