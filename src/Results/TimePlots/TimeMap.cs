using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.TimePlots;

/// <summary>Many columns over time as a grey picture: the first at the bottom, large values dark; what is not finite is white.</summary>
/// <remarks>A step of time shows the mean of its frames. Rows of frames are taken to lie evenly in time, as those of a spectrogram do.</remarks>
internal static class TimeMap
{
    private static readonly PlotFrame Frame = new(Width: 860, PlotHeight: 300, Left: 92, Below: 92);

    public static Drawing Of(string title, IReadOnlyList<string> headings, Matrix rows)
    {
        int bands = rows.Columns - 1;
        double[][] levels = [.. TimeAxis.Stretches(rows.Rows).Select(stretch => Means(rows, stretch))];
        double[] finite = [.. levels.SelectMany(step => step).Where(double.IsFinite)];
        (double low, double high) = (finite.Min(), finite.Max());
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, Times(rows), BandTicks.Of([.. headings.Skip(1).Select(name => name.Replace('_', ' '))]));
        Titles.Draw(svg, Frame.Width, title);
        GrayPicture.Draw(
            svg,
            (area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top),
            Pixels(levels, bands, low, high),
            levels.Length
        );
        area.DrawAxes(TimeAxis.Title, "");
        (string, double) Grey(double share) => ("grey", share);
        ColourScale.Draw(
            svg,
            area.Left,
            area.Bottom + 48,
            area.Right - area.Left,
            Grey,
            (Ticks.Written(low), Ticks.Written(high)),
            "value"
        );
        return Frame.Close(
            svg,
            [],
            (_, _, _) => { },
            title,
            $"{bands} columns, from {headings[1]} below to {headings[^1]} above, over time."
        );
    }

    private static double[] Means(Matrix rows, (int First, int End) stretch)
    {
        var means = new double[rows.Columns - 1];
        for (int band = 0; band < means.Length; band++)
        {
            double sum = 0;
            for (int t = stretch.First; t < stretch.End; t++)
            {
                sum += rows[t, band + 1];
            }

            means[band] = sum / (stretch.End - stretch.First);
        }

        return means;
    }

    private static byte[] Pixels(double[][] levels, int bands, double low, double high)
    {
        var pixels = new byte[bands * levels.Length];
        for (int t = 0; t < levels.Length; t++)
        {
            for (int band = 0; band < bands; band++)
            {
                double level = levels[t][band];
                double share = double.IsFinite(level) && high > low ? (level - low) / (high - low) : 0;
                pixels[((bands - 1 - band) * levels.Length) + t] = (byte)Math.Round(255 * (1 - share));
            }
        }

        return pixels;
    }

    // A frame reaches half a hop to either side; the picture's edges are where they are, ticks within.
    private static Ticks Times(Matrix rows)
    {
        (double first, double last) = (rows[0, 0], rows[rows.Rows - 1, 0]);
        double half = rows.Rows > 1 ? (last - first) / (rows.Rows - 1) / 2 : 0.5;
        Ticks round = TimeAxis.Of(rows);
        int[] inside =
        [
            .. Enumerable
                .Range(0, round.Values.Count)
                .Where(i => round.Values[i] >= first - half && round.Values[i] <= last + half),
        ];
        return new(first - half, last + half, [.. inside.Select(i => round.Values[i])], [.. inside.Select(i => round.Labels[i])]);
    }
}
