using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.TimePlots;

/// <summary>A curve a column, one below the other, each with an axis of its own, for each may have its own unit.</summary>
internal static class TimeCurves
{
    private const double Width = 860;
    private const double Left = 66;
    private const double Right = 16;
    private const double PlotHeight = 130;
    private const double Gap = 56; // room for the labels of time

    public static Drawing Of(string title, IReadOnlyList<string> headings, Matrix rows)
    {
        var svg = new SvgText();
        Titles.Draw(svg, Width, title);
        int curves = rows.Columns - 1;
        for (int k = 0; k < curves; k++)
        {
            double top = Titles.Height + (k * (PlotHeight + Gap));
            Draw(svg, top, headings[k + 1].Replace('_', ' '), rows, k);
        }

        string says = $"{string.Join(", ", headings.Skip(1))} over time.";
        return new(Width, Titles.Height + (curves * (PlotHeight + Gap)), title, says, svg.ToString());
    }

    private static void Draw(SvgText svg, double top, string name, Matrix rows, int curve)
    {
        double[] values = rows.Column(curve + 1);
        double[] finite = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        PlotArea area = new(
            svg,
            Left,
            top,
            Width - Left - Right,
            PlotHeight,
            TimeAxis.Of(rows),
            Ticks.Over(finite.Min(), finite.Max(), 4)
        );
        area.DrawAxes(TimeAxis.Title, name);
        foreach (List<(double X, double Y)> run in Runs(values, rows, area))
        {
            svg.Polyline(run.Count == 1 ? [run[0], (run[0].X + 1, run[0].Y)] : run, Palette.Stroke(curve));
        }
    }

    // Of a stretch that shares a step of time, the lowest and the highest value, in their order; a gap ends a run.
    private static IEnumerable<List<(double X, double Y)>> Runs(double[] values, Matrix rows, PlotArea area)
    {
        var run = new List<(double X, double Y)>();
        foreach ((int first, int end) in TimeAxis.Stretches(values.Length))
        {
            int[] finite = [.. Enumerable.Range(first, end - first).Where(t => double.IsFinite(values[t]))];
            if (finite.Length == 0)
            {
                if (run.Count > 0)
                {
                    yield return run;
                    run = [];
                }

                continue;
            }

            int[] ends = [finite.MinBy(t => values[t]), finite.MaxBy(t => values[t])];
            run.AddRange(ends.Distinct().Order().Select(t => (area.X(rows[t, 0]), area.Y(values[t]))));
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
