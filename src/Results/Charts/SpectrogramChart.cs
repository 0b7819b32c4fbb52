using System.Globalization;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Decibels over time and frequency; with tracks of another table over it, or with the sound of another to be played.</summary>
public sealed record SpectrogramChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>The column of sounds: WAV files in base 64.</summary>
    public const string Sound = "sound";

    /// <summary>The column of times, seconds; those after it are named by their frequency in hertz and hold decibels.</summary>
    public required string Time { get; init; }

    /// <summary>Table of the tracks; it has the columns of <see cref="Chart.Panels"/> and <see cref="Time"/> too. Null for none.</summary>
    public string? Tracks { get; init; }

    /// <summary>Columns of the tracks, hertz; an empty cell is a gap.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Table of the sounds, a row a panel, with the columns of <see cref="Chart.Panels"/> and <see cref="Sound"/>. Null for none.</summary>
    public string? Sounds { get; init; }

    protected override IEnumerable<string?> Columns => [Time];

    protected override IEnumerable<string?> Numbers => [Time];

    internal override Drawing Draw(ChartPanel panel)
    {
        Drawing drawing = SpectrogramDrawing.Of(this, panel.Rows, Tracks is null ? null : Own(Tracks, panel), panel.Title);
        return Sounds is null ? drawing : drawing with { Sound = Convert.FromBase64String(Own(Sounds, panel).Text(0, Sound)) };
    }

    private ChartRows Own(string table, ChartPanel panel)
    {
        var rows = ChartRows.All(panel.Table(table));
        return Panels is null ? rows : rows.With(Panels, panel.Name);
    }
}

/// <summary>A picture of levels with axes in seconds and hertz, and tracks over it.</summary>
internal static class SpectrogramDrawing
{
    private static readonly PlotFrame Frame = new(Width: 430, PlotHeight: 210, Left: 66, Below: 92);

    public static Drawing Of(SpectrogramChart chart, ChartRows rows, ChartRows? tracks, string title)
    {
        string[] bins = [.. rows.Header.SkipWhile(name => name != chart.Time).Skip(1)];
        double[] hertz = [.. bins.Select(name => double.Parse(name, CultureInfo.InvariantCulture))];
        double step = hertz.Length > 1 ? hertz[1] - hertz[0] : hertz[0];
        double last = rows.Number(rows.Count - 1, chart.Time)!.Value;
        double hop = rows.Count > 1 ? last / (rows.Count - 1) : 1;
        double top = hertz[^1] + (step / 2);
        var svg = new SvgText();
        PlotArea area = Frame.Area(svg, Ticks.Inside(0, last + (hop / 2), 6), Ticks.Inside(0, top, 6));
        Titles.Draw(svg, Frame.Width, title);
        (double quiet, double loud) = DrawPicture(svg, area, rows, bins, hertz[0] - (step / 2));
        area.DrawAxes("time, s", "frequency, Hz");
        ColourScale.Draw(
            svg,
            area.Left,
            area.Bottom + 48,
            area.Right - area.Left,
            share => ("grey", share),
            (Decibels(quiet), Decibels(loud)),
            "level"
        );
        for (int i = 0; tracks is not null && i < chart.Lines.Count; i++)
        {
            svg.Path(Dots(area, tracks, chart, chart.Lines[i], top), Palette.Fill(Hue(i)) + " halo");
        }

        return Frame.Close(svg, chart.Lines, Sample, title, chart.Says);

        void Sample(int i, double x, double y) => svg.Path(Dot(x + 9, y), Palette.Fill(Hue(i)));
    }

    // Hues that stand out on grey.
    private static int Hue(int line) =>
        line switch
        {
            0 => 0,
            1 => 1,
            2 => 2,
            _ => 4,
        };

    private static string Decibels(double level) => level.ToString("0 'dB'", CultureInfo.InvariantCulture);

    /// <returns>The lowest and the highest level.</returns>
    private static (double Quiet, double Loud) DrawPicture(
        SvgText svg,
        PlotArea area,
        ChartRows rows,
        string[] bins,
        double lowest
    )
    {
        double[][] levels =
        [
            .. bins.Select(bin => Enumerable.Range(0, rows.Count).Select(t => rows.Number(t, bin) ?? double.NaN).ToArray()),
        ];
        (double quiet, double loud) = (levels.Min(row => row.Min()), levels.Max(row => row.Max()));
        var pixels = new byte[bins.Length * rows.Count];
        for (int k = 0; k < bins.Length; k++)
        {
            for (int t = 0; t < rows.Count; t++)
            {
                double share = loud > quiet ? (levels[k][t] - quiet) / (loud - quiet) : 0;
                pixels[((bins.Length - 1 - k) * rows.Count) + t] = (byte)Math.Round(255 * (1 - share)); // high frequencies above, loud is dark
            }
        }

        GrayPicture.Draw(svg, (area.Left, area.Top, area.Right - area.Left, area.Y(lowest) - area.Top), pixels, rows.Count);
        return (quiet, loud);
    }

    private static string Dots(PlotArea area, ChartRows tracks, SpectrogramChart chart, string line, double top) =>
        string.Concat(
            Enumerable
                .Range(0, tracks.Count)
                .Where(i => tracks.Number(i, line) is { } hertz && hertz <= top)
                .Select(i => Dot(area.X(tracks.Number(i, chart.Time)!.Value), area.Y(tracks.Number(i, line)!.Value)))
        );

    private static string Dot(double x, double y) => SvgText.Through([(x - 3, y), (x, y - 3), (x + 3, y), (x, y + 3)]) + "Z";
}
