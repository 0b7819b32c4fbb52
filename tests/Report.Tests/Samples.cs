using System.Xml.Linq;
using Research.Data.Locking;
using Research.Report.Input;
using Research.Tests;

namespace Research.Report.Tests;

/// <summary>The committed results as a report's input, and what is in a drawing.</summary>
internal static class Samples
{
    /// <summary>Profiles whose results are committed.</summary>
    public static string[] Profiles { get; } = ["quick", "paper"];

    public static DatasetLock Pins { get; } = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));

    public static string FolderOf(string profile) => Path.Combine(RealData.Repository(), "results", profile);

    /// <summary>What the report of the committed results is made from.</summary>
    public static ReportInput Committed(string profile) => ReportInput.Read(FolderOf(profile), Pins);

    /// <summary>All text of a drawing but its title and description.</summary>
    public static string[] Texts(XElement svg) => [.. svg.Elements("text").Select(text => text.Value)];

    public static XElement[] OfClass(XElement svg, string element, string style) =>
        [.. svg.Elements(element).Where(item => item.Attribute("class")!.Value.Split(' ').Contains(style))];
}
