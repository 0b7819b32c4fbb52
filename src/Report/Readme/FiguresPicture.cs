using System.Globalization;
using Research.Report.Claims;
using Research.Report.Figures;
using Research.Report.Input;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Readme;

/// <summary>All published figures against ours as one picture, for a page that shows no HTML.</summary>
public static class FiguresPicture
{
    public const string File = "figures.svg";

    // The report's colours on white paper.
    private const string Style =
        "<style>.identity{stroke:#575c61;stroke-dasharray:4 3}.o-reproduced{fill:#009e73;fill-opacity:.55}.o-better{fill:#0072b2}.o-worse{fill:#d55e00}.o-beside{fill:#c98600}.o-other{fill:#b0568c}.o-open{fill:#555555}</style>";

    /// <summary>The text of the file.</summary>
    /// <param name="results">Folder of the committed results of profile paper.</param>
    /// <exception cref="Numerics.ResearchException">A description is missing.</exception>
    public static string Of(string results)
    {
        var graph = GraphDescription.Load(Path.Combine(results, GraphDescription.File));
        ClaimRow[] rows = [.. graph.Studies.SelectMany(name => ClaimRows.Of(StudyInput.Read(Path.Combine(results, name))))];
        return SvgFile.Of(SideBySide(ClaimPlot.Draw(rows)));
    }

    private static Drawing SideBySide(IReadOnlyList<Drawing> drawings)
    {
        string body = Style;
        double left = 0;
        foreach (Drawing drawing in drawings)
        {
            body += string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({left} 0)\">{drawing.Body}</g>\n");
            left += drawing.Width;
        }

        return new(
            left,
            drawings.Max(drawing => drawing.Height),
            "Published figures against ours",
            string.Join(' ', drawings.Select(drawing => $"{drawing.Title}: {drawing.Says}")),
            body
        );
    }
}
