using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Named bands over time, such as mel bands or pitch classes: a row a stretch of time, a column a band. Large values are dark.</summary>
/// <remarks>
/// Stretches may differ in length, as those between beats do. A step of the picture shows the mean of what falls into it; what no row covers, and an empty cell, is white.
/// </remarks>
public sealed record FrameMapChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>The column of beginnings, seconds.</summary>
    public required string From { get; init; }

    /// <summary>The column of ends, seconds; those after it are the bands, the lowest first, with the names that the axis shows.</summary>
    public required string To { get; init; }

    public required string BandTitle { get; init; }

    /// <summary>What the values are, with their unit.</summary>
    public required string ValueTitle { get; init; }

    protected override IEnumerable<string?> Columns => [From, To];

    protected override IEnumerable<string?> Numbers => [From, To];

    internal override Drawing Draw(ChartPanel panel) => FrameMapDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>A grey picture of bands with an axis in seconds, one of names, and the scale of its values.</summary>
internal static class FrameMapDrawing
{
    private const int MostSteps = 240;
    private static readonly PlotFrame Frame = new(Width: 430, PlotHeight: 210, Left: 66, Below: 92);

    public static Drawing Of(FrameMapChart chart, ChartRows rows, string title)
    {
        string[] bands = [.. rows.Header.SkipWhile(name => name != chart.To).Skip(1)];
        Stretch[] stretches = [.. Enumerable.Range(0, rows.Count).Select(row => StretchOf(chart, rows, row, bands))];
        double[] values = [.. stretches.SelectMany(own => own.Values).Where(double.IsFinite)];
        if (values.Length == 0)
        {
            throw new ResearchException($"The chart '{chart.Title}' finds no number in the bands of '{chart.Table}'.");
        }

        (double low, double high) = (values.Min(), values.Max());
        (double first, double last) = (stretches.Min(own => own.From), stretches.Max(own => own.To));
        double[][] steps = Steps(stretches, first, last, bands.Length);
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, Ticks.Inside(first, last, 6), BandTicks.Of(bands));
        Titles.Draw(svg, Frame.Width, title);
        GrayPicture.Draw(
            svg,
            (area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top),
            Pixels(steps, low, high),
            steps.Length
        );
        area.DrawAxes("time, s", chart.BandTitle);
        ColourScale.Draw(
            svg,
            area.Left,
            area.Bottom + 48,
            area.Right - area.Left,
            share => ("grey", share),
            (Ticks.Written(low), Ticks.Written(high)),
            chart.ValueTitle
        );
        return Frame.Close(svg, [], (_, _, _) => { }, title, chart.Says);
    }

    private static Stretch StretchOf(FrameMapChart chart, ChartRows rows, int row, string[] bands)
    {
        (double from, double to) = (rows.Number(row, chart.From)!.Value, rows.Number(row, chart.To)!.Value);
        return from < to
            ? new(from, to, [.. bands.Select(band => rows.Number(row, band) ?? double.NaN)])
            : throw new ResearchException(
                $"The chart '{chart.Title}' has a row of '{chart.Table}' from {rows.Text(row, chart.From)} to {rows.Text(row, chart.To)} s; a row must end after it begins."
            );
    }

    // As many as rows where these are alike, without gaps, and few, so that each has its own.
    private static double[][] Steps(Stretch[] stretches, double first, double last, int bands)
    {
        double[] lengths = [.. stretches.Select(own => own.To - own.From)];
        bool alike =
            lengths.Max() - lengths.Min() < 0.1 * lengths.Min()
            && Math.Abs(last - first - OrderedSum.Of(lengths)) < 0.5 * lengths.Min();
        int count = alike ? Math.Min(MostSteps, stretches.Length) : MostSteps;
        double step = (last - first) / count;
        return [.. Enumerable.Range(0, count).Select(i => Mean(stretches, first + (i * step), first + ((i + 1) * step), bands))];
    }

    private static double[] Mean(Stretch[] stretches, double from, double to, int bands)
    {
        (Stretch Own, double Seconds)[] within =
        [
            .. stretches
                .Select(own => (own, Math.Min(to, own.To) - Math.Max(from, own.From)))
                .Where(own => own.Item2 > 1e-3 * (to - from)), // what rounding makes overlap does not count
        ];
        double seconds = OrderedSum.Of([.. within.Select(own => own.Seconds)]);
        return
        [
            .. Enumerable
                .Range(0, bands)
                .Select(band => OrderedSum.Of([.. within.Select(own => own.Seconds * own.Own.Values[band])]) / seconds),
        ];
    }

    private static byte[] Pixels(double[][] steps, double low, double high)
    {
        int bands = steps[0].Length;
        var pixels = new byte[bands * steps.Length];
        for (int t = 0; t < steps.Length; t++)
        {
            for (int band = 0; band < bands; band++)
            {
                double value = steps[t][band];
                double share = double.IsFinite(value) && high > low ? (value - low) / (high - low) : 0;
                pixels[((bands - 1 - band) * steps.Length) + t] = (byte)Math.Round(255 * (1 - share));
            }
        }

        return pixels;
    }

    private sealed record Stretch(double From, double To, double[] Values);
}
