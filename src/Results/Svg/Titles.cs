namespace Research.Results.Svg;

/// <summary>A picture's title: two lines at most, above the plot; the middle of a long one is left out.</summary>
internal static class Titles
{
    /// <summary>Where the plot may begin.</summary>
    public const double Height = 44;

    private const double LetterWidth = 8.4; // of the bold face, on the safe side

    public static void Draw(SvgText svg, double width, string title)
    {
        IReadOnlyList<string> lines = FittedText.TwoLines(title, (int)(width / LetterWidth));
        for (int i = 0; i < lines.Count; i++)
        {
            svg.Text(width / 2, (lines.Count == 1 ? 26 : 16) + (i * 16), lines[i], "title", "middle");
        }
    }
}
