using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>Grey pictures side by side, a row of the table each, its name above it: such as generated ones beside real ones.</summary>
public sealed record PicturesChart(string Table, string Title, string Says) : Chart(Table, Title, Says)
{
    /// <summary>The column of names.</summary>
    public required string Name { get; init; }

    /// <summary>The column of pictures: square, a byte a pixel, row by row from the top, in base 64; see <see cref="Cell"/>.</summary>
    public required string Picture { get; init; }

    protected override IEnumerable<string?> Columns => [Name, Picture];

    /// <summary>A picture as the table's column holds it.</summary>
    /// <param name="levels">Row by row from the top; whole numbers of 0, black, to 255.</param>
    public static string Cell(IReadOnlyList<double> levels) => Convert.ToBase64String([.. levels.Select(level => (byte)level)]);

    internal override Drawing Draw(ChartPanel panel) => PicturesDrawing.Of(this, panel.Rows, panel.Title);
}

/// <summary>Pictures in rows of eight, their names above them.</summary>
internal static class PicturesDrawing
{
    private const double Width = 430;
    private const double Margin = 16;
    private const double Gap = 8;
    private const double NameHeight = 15;
    private const int MostInARow = 8;
    private const int FewestInARow = 4;

    public static Drawing Of(PicturesChart chart, ChartRows rows, string title)
    {
        int inARow = Math.Clamp(rows.Count, FewestInARow, MostInARow);
        double side = (Width - (2 * Margin) - ((inARow - 1) * Gap)) / inARow;
        var svg = new SvgText();
        Titles.Draw(svg, Width, title);
        for (int i = 0; i < rows.Count; i++)
        {
            double left = Margin + (i % inARow * (side + Gap));
            double top = Titles.Height + (i / inARow * (side + NameHeight + Gap));
            svg.Text(left + (side / 2), top + NameHeight - 4, rows.Text(i, chart.Name), "tick", "middle");
            byte[] pixels = PixelsOf(rows.Text(i, chart.Picture), chart);
            GrayPicture.Draw(svg, (left, top + NameHeight, side, side), pixels, (int)Math.Sqrt(pixels.Length));
        }

        double height = Titles.Height + ((rows.Count + inARow - 1) / inARow * (side + NameHeight + Gap));
        return new(Width, height, title, chart.Says, svg.ToString());
    }

    private static byte[] PixelsOf(string cell, PicturesChart chart)
    {
        byte[] pixels = new byte[cell.Length];
        if (!Convert.TryFromBase64String(cell, pixels, out int count) || count == 0 || !IsSquare(count))
        {
            throw new ResearchException(
                $"Column {chart.Picture} of '{chart.Table}' holds '{(cell.Length > 20 ? cell[..20] + "…" : cell)}', which is no square picture in base 64: write it by PicturesChart.Cell."
            );
        }

        return pixels[..count];
    }

    private static bool IsSquare(int count)
    {
        int side = (int)Math.Sqrt(count);
        return side * side == count;
    }
}
