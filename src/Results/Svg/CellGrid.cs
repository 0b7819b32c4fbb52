namespace Research.Results.Svg;

/// <summary>A matrix of coloured cells with the names of rows and columns.</summary>
internal sealed record CellGrid
{
    public required string Title { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<string> Rows { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string RowTitle { get; init; }

    public required string ColumnTitle { get; init; }

    /// <summary>Class and opacity of a cell.</summary>
    public required Func<int, int, (string Fill, double Opacity)> Colour { get; init; }

    /// <summary>What stands in a cell; empty for nothing.</summary>
    public required Func<int, int, string> Words { get; init; }

    /// <summary>What the colours mean, below.</summary>
    public required string Key { get; init; }

    public Drawing Draw()
    {
        const double top = Titles.Height + 18;
        int longestRow = Rows.Max(name => Math.Min(name.Length, 14));
        int longestColumn = Columns.Max(name => name.Length);
        double left = 34 + (6.4 * longestRow);
        double cell = Math.Clamp(330.0 / Math.Max(Columns.Count, Rows.Count), 24, 56);
        bool steep = longestColumn * 6.4 > cell - 2;
        double head = steep ? Math.Min(longestColumn, 14) * 4.6 : 0;
        double width = Math.Max(left + (cell * Columns.Count) + 14, 250);
        double bottom = top + head + (cell * Rows.Count);
        var svg = new SvgText();
        Titles.Draw(svg, width, Title);
        for (int r = 0; r < Rows.Count; r++)
        {
            svg.Text(left - 6, top + head + (cell * (r + 0.5)) + 4, Svg.FittedText.Short(Rows[r], 14), "tick", "end");
            for (int c = 0; c < Columns.Count; c++)
            {
                DrawCell(svg, left + (cell * c), top + head + (cell * r), cell, r, c);
            }
        }

        for (int c = 0; c < Columns.Count; c++)
        {
            double x = left + (cell * (c + 0.5));
            svg.Text(
                steep ? x + 3 : x,
                top + head - 6,
                Svg.FittedText.Short(Columns[c], 14),
                "tick",
                steep ? "start" : "middle",
                steep ? -45 : 0
            );
        }

        svg.Text(left + (cell * Columns.Count / 2), bottom + 18, ColumnTitle, "label", "middle");
        svg.Text(14, top + head + (cell * Rows.Count / 2), RowTitle, "label", "middle", -90);
        IReadOnlyList<string> key = Svg.FittedText.Wrapped(Key, (int)(width / 5.8), 2);
        for (int i = 0; i < key.Count; i++)
        {
            svg.Text(width / 2, bottom + 38 + (i * 14), key[i], "tick", "middle");
        }

        return new(width, bottom + 30 + (14 * key.Count), Title, Says, svg.ToString());
    }

    private void DrawCell(SvgText svg, double x, double y, double size, int row, int column)
    {
        (string fill, double opacity) = Colour(row, column);
        svg.Rectangle(x, y, size, size, "cell");
        svg.Rectangle(x, y, size, size, fill, 0.8 * opacity); // so that ink stands out on the strongest
        if (Words(row, column) is { Length: > 0 } words)
        {
            svg.Text(x + (size / 2), y + (size / 2) + 4, words, "in", "middle");
        }
    }
}
