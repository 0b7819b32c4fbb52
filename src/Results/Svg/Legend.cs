namespace Research.Results.Svg;

/// <summary>Names beside their colours, in rows below a plot.</summary>
internal static class Legend
{
    private const double RowHeight = 18;
    private const double LetterWidth = 6.3;

    /// <summary>Height that the rows will take.</summary>
    public static double HeightOf(IReadOnlyList<string> names, double width) => Places(names, width).Rows * RowHeight;

    public static void Draw(
        SvgText svg,
        double left,
        double top,
        double width,
        IReadOnlyList<string> names,
        Action<int, double, double> sample
    )
    {
        (IReadOnlyList<(double X, int Row)> places, _) = Places(names, width);
        for (int i = 0; i < names.Count; i++)
        {
            double y = top + (places[i].Row * RowHeight);
            sample(i, left + places[i].X, y);
            svg.Text(left + places[i].X + 22, y + 4, FittedText.Short(names[i], (int)(width / LetterWidth) - 4), "tick");
        }
    }

    private static (IReadOnlyList<(double X, int Row)> Places, int Rows) Places(IReadOnlyList<string> names, double width)
    {
        var places = new List<(double, int)>();
        (double x, int row) = (0, 0);
        foreach (string name in names)
        {
            double needed = Math.Min(width, 34 + (name.Length * LetterWidth));
            if (x > 0 && x + needed > width)
            {
                (x, row) = (0, row + 1);
            }

            places.Add((x, row));
            x += needed;
        }

        return (places, names.Count == 0 ? 0 : row + 1);
    }
}
