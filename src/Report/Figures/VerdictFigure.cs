using System.Globalization;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>One bar of all published figures of a study, divided by verdict.</summary>
internal static class VerdictFigure
{
    private const double Width = 760;
    private const double Height = 26;
    private const double Top = 8;

    public static Drawing Draw(string study, IReadOnlyList<(string Verdict, int Count)> verdicts)
    {
        int all = verdicts.Sum(item => item.Count);
        var svg = new SvgText();
        double x = 0;
        string[] legend =
        [
            .. verdicts.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Count} {item.Verdict}")),
        ];
        for (int i = 0; i < verdicts.Count; i++)
        {
            double width = Width * verdicts[i].Count / all;
            svg.Rectangle(x, Top, width, Height, Fill(verdicts[i].Verdict));
            x += width;
        }

        Legend.Draw(
            svg,
            0,
            Top + Height + 18,
            Width,
            legend,
            (i, left, y) => svg.Rectangle(left, y - 6, 18, 12, Fill(verdicts[i].Verdict))
        );
        string says = $"Of {all} published figures: {string.Join(", ", legend)}.";
        return new(Width, Top + Height + 10 + Legend.HeightOf(legend, Width), $"{study}: verdicts", says, svg.ToString());
    }

    private static string Fill(string verdict) =>
        verdict switch
        {
            "reproduced" => "f3",
            "lower" => "f2",
            "higher" => "f5",
            "timed, see timings.csv" => "f6",
            _ => "none",
        };
}
