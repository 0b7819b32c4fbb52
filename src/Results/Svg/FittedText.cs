namespace Research.Results.Svg;

/// <summary>Text that has to fit.</summary>
public static class FittedText
{
    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Short(string text, int most) =>
        text.Length <= most ? text : text[..Math.Max(1, most - 1)].TrimEnd() + "…";

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
