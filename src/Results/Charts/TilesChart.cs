using System.Globalization;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Small grey maps side by side, such as filters or activations of a network: a map a tile, all on one scale.</summary>
public sealed record TilesChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>A column whose values have a map each.</summary>
    public required string Tile { get; init; }

    /// <summary>Column of whole numbers from 0, to the right.</summary>
    public required TitledColumn X { get; init; }

    /// <summary>Column of whole numbers from 0, upwards.</summary>
    public required TitledColumn Y { get; init; }

    public required TitledColumn Value { get; init; }

    protected override IEnumerable<string?> Columns => [Tile, X.Name, Y.Name, Value.Name];

    protected override IEnumerable<string?> Numbers => [X.Name, Y.Name, Value.Name];

    internal override Drawing Draw(ChartPanel panel) => TilesDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>Maps in rows, their names above them, one scale below all.</summary>
internal static class TilesDrawing
{
    private const double Width = 430;
    private const double Margin = 16;
    private const double Gap = 8;
    private const double NameHeight = 15;
    private const int MostInARow = 8;
    private const int FewestInARow = 4;

    public static Drawing Of(TilesChart chart, ChartRows rows, string title)
    {
        (string Name, ChartRows Rows)[] tiles = [.. rows.Split(chart.Tile)];
        int inARow = Math.Clamp(tiles.Length, FewestInARow, MostInARow);
        double side = (Width - (2 * Margin) - ((inARow - 1) * Gap)) / inARow;
        double[] all = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Number(row, chart.Value.Name)!.Value)];
        (double low, double high) = (all.Min(), all.Max());
        var svg = new SvgText();
        Titles.Draw(svg, Width, title);
        for (int i = 0; i < tiles.Length; i++)
        {
            double left = Margin + (i % inARow * (side + Gap));
            double top = Titles.Height + (i / inARow * (side + NameHeight + Gap));
            svg.Text(left + (side / 2), top + NameHeight - 4, tiles[i].Name, "tick", "middle");
            svg.Raw(Picture(chart, tiles[i].Rows, (left, top + NameHeight, side), (low, high)));
        }

        double below = Titles.Height + ((tiles.Length + inARow - 1) / inARow * (side + NameHeight + Gap)) + 4;
        string ends = $"{chart.Value.Title}; {chart.X.Title} to the right, {chart.Y.Title} upwards";
        ColourScale.Draw(svg, Margin, below, Width - (2 * Margin), share => ("grey", share), (Written(low), Written(high)), ends);
        return new(Width, below + ColourScale.Height, title, chart.Says, svg.ToString());
    }

    // High values are dark, as on the scale; what a map lacks stays white.
    private static string Picture(
        TilesChart chart,
        ChartRows rows,
        (double Left, double Top, double Side) place,
        (double Low, double High) range
    )
    {
        (int X, int Y)[] places =
        [
            .. Enumerable.Range(0, rows.Count).Select(row => (Whole(rows, row, chart.X.Name), Whole(rows, row, chart.Y.Name))),
        ];
        (int width, int height) = (places.Max(own => own.X) + 1, places.Max(own => own.Y) + 1);
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(byte.MaxValue);
        for (int row = 0; row < rows.Count; row++)
        {
            double value = rows.Number(row, chart.Value.Name)!.Value;
            double share = range.High > range.Low ? (value - range.Low) / (range.High - range.Low) : 0;
            (int x, int y) = places[row];
            pixels[((height - 1 - y) * width) + x] = (byte)Math.Round(byte.MaxValue * (1 - share));
        }

        string data = Convert.ToBase64String(GrayPng.Of(pixels, width));
        (string left, string top, string side) = (
            SvgText.Number(place.Left),
            SvgText.Number(place.Top),
            SvgText.Number(place.Side)
        );
        return $"<image x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{data}\"/>";
    }

    private static int Whole(ChartRows rows, int row, string column)
    {
        double value = rows.Number(row, column)!.Value;
        return value is >= 0 and < MostPixels && value == Math.Floor(value)
            ? (int)value
            : throw new Numerics.ResearchException(
                $"Column {column} says {rows.Text(row, column)}; a place in a map is a whole number from 0 to {MostPixels - 1}."
            );
    }

    private const int MostPixels = 4096;

    private static string Written(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
