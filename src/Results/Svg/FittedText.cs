namespace Research.Results.Svg;

/// <summary>Text that has to fit.</summary>
public static class FittedText
{
    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Short(string text, int most) =>
        text.Length <= most ? text : text[..Math.Max(1, most - 1)].TrimEnd() + "…";

    /// <summary>Two lines of at most so many letters, broken at a blank; of what does not fit the middle is left out, as the end tells pictures apart.</summary>
    public static IReadOnlyList<string> TwoLines(string text, int most)
    {
        IReadOnlyList<string> lines = Wrapped(text, most, 2);
        if (lines.Count < 2 || !lines[1].EndsWith('…') || text.EndsWith('…'))
        {
            return lines;
        }

        string tail = text[^(most - 1)..];
        int blank = tail.IndexOf(' ', StringComparison.Ordinal);
        return [lines[0], "…" + (blank >= 0 && blank < most / 2 ? tail[blank..] : tail)];
    }

    /// <summary>Lines of at most so many letters, broken at blanks; what is left over after the last line is shortened.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int most, int lines)
    {
        var wrapped = new List<string>();
        string rest = text;
        while (rest.Length > most && wrapped.Count < lines - 1)
        {
            int blank = rest.LastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            wrapped.Add(rest[..end]);
            rest = rest[end..].TrimStart();
        }

        wrapped.Add(Short(rest, most));
        return wrapped;
    }
}
