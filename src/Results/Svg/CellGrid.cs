namespace Research.Results.Svg;

/// <summary>A matrix of coloured cells with the names of rows and columns, and the scale of its colours below.</summary>
internal sealed record CellGrid
{
    /// <summary>The strongest colour, so that ink stands out on it.</summary>
    private const double Strongest = 0.8;

    private const double Letter = 6.4;
    private const double Narrowest = 250;

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

    /// <summary>Class and opacity at a share of the scale.</summary>
    public required Func<double, (string Fill, double Opacity)> Scale { get; init; }

    /// <summary>Values at the ends of the scale.</summary>
    public required (string Low, string High) Ends { get; init; }

    /// <summary>Letters of a row's name that are shown.</summary>
    public int RowLetters { get; init; } = 14;

    /// <summary>Width of the cells together, where it is not the cells' own; they are lower than wide then.</summary>
    public double? CellsWidth { get; init; }

    public Drawing Draw()
    {
        double top = Titles.Height + 18;
        double left = 34 + (Letter * Rows.Max(name => Math.Min(name.Length, RowLetters)));
        double square = Math.Clamp(264.0 / Math.Max(Columns.Count, Rows.Count), 22, 46);
        double wide = CellsWidth is { } all ? Math.Clamp((all - left) / Columns.Count, 30, 64) : square;
        double high = CellsWidth is null ? square : 20;
        int longest = Columns.Max(name => name.Length);
        bool steep = longest * Letter > wide - 2;
        double head = steep ? Math.Min(longest, 14) * 4.6 : 0;
        double cells = wide * Columns.Count;
        double bottom = top + head + (high * Rows.Count);
        // The last steep name leans out to the right.
        double width = Math.Max(left + cells + (steep ? Math.Max(14, head - (wide / 2) + 8) : 14), Narrowest);
        var svg = new SvgText();
        Titles.Draw(svg, width, Title);
        for (int r = 0; r < Rows.Count; r++)
        {
            svg.Text(left - 6, top + head + (high * (r + 0.5)) + 4, FittedText.Short(Rows[r], RowLetters), "tick", "end");
            for (int c = 0; c < Columns.Count; c++)
            {
                DrawCell(svg, (left + (wide * c), top + head + (high * r)), (wide, high), (r, c));
            }
        }

        DrawColumnNames(svg, left, top + head - 6, wide, steep);
        svg.Text(left + (cells / 2), bottom + 18, ColumnTitle, "label", "middle");
        svg.Text(14, top + head + (high * Rows.Count / 2), RowTitle, "label", "middle", -90);
        return DrawScale(svg, width, bottom + 30);
    }

    private void DrawColumnNames(SvgText svg, double left, double y, double wide, bool steep)
    {
        for (int c = 0; c < Columns.Count; c++)
        {
            double x = left + (wide * (c + 0.5));
            svg.Text(steep ? x + 3 : x, y, FittedText.Short(Columns[c], 14), "tick", steep ? "start" : "middle", steep ? -45 : 0);
        }
    }

    private Drawing DrawScale(SvgText svg, double width, double top)
    {
        (string fill, double opacity) Shown(double share)
        {
            (string fill, double opacity) = Scale(share);
            return (fill, Strongest * opacity);
        }

        ColourScale.Draw(svg, 14, top, width - 28, Shown, Ends, "");
        IReadOnlyList<string> key = FittedText.Wrapped(Key, (int)(width / 5.8), 2);
        for (int i = 0; i < key.Count; i++)
        {
            svg.Text(width / 2, top + ColourScale.Height + (i * 14), key[i], "tick", "middle");
        }

        return new(width, top + ColourScale.Height - 8 + (14 * key.Count), Title, Says, svg.ToString());
    }

    private void DrawCell(SvgText svg, (double X, double Y) at, (double Width, double Height) size, (int Row, int Column) cell)
    {
        (string fill, double opacity) = Colour(cell.Row, cell.Column);
        svg.Rectangle(at.X, at.Y, size.Width, size.Height, "cell");
        svg.Rectangle(at.X, at.Y, size.Width, size.Height, fill, Strongest * opacity);
        if (Words(cell.Row, cell.Column) is { Length: > 0 } words)
        {
            svg.Text(at.X + (size.Width / 2), at.Y + (size.Height / 2) + 4, words, "in", "middle");
        }
    }
}
