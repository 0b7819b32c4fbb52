using System.Xml.Linq;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Results.Tests;

/// <summary>Drawings of small tables, each parsed, so that markup that is no XML fails.</summary>
internal static class Pictures
{
    public static CsvTable Table(string text) => CsvTable.Parse(text.ReplaceLineEndings("\n"));

    public static XElement[] Of(Chart chart, string table) => Of(chart, _ => Table(table));

    public static XElement[] Of(Chart chart, Func<string, CsvTable> table) =>
        [.. chart.Draw(table).Select((drawing, i) => XElement.Parse(drawing.ToMarkup($"g{i}")))];

    /// <summary>All text of a drawing but its title and description.</summary>
    public static string[] Texts(XElement svg) => [.. svg.Elements("text").Select(text => text.Value)];

    public static XElement[] OfClass(XElement svg, string element, string style) =>
        [.. svg.Elements(element).Where(item => item.Attribute("class")!.Value.Split(' ').Contains(style))];
}
