namespace Research.Pipeline.Store;

/// <summary>What a name in a file that others may have written is allowed to be.</summary>
internal static class Names
{
    private const int Longest = 255;
    private const string Forbidden = "/\\:*?\"<>|"; // on any system, so that what one refuses no other takes

    /// <summary>SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string? text) =>
        text is { Length: 64 } && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>A file's name in its folder: no path, no control character, nothing that a system takes for something else.</summary>
    public static bool IsFileName(string? text) =>
        text is { Length: > 0 and <= Longest }
        && !text.Any(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal))
        && !text.EndsWith('.') // so "." and ".." too
        && !text.EndsWith(' ');

    /// <summary>One line of text, such as a target's name.</summary>
    public static bool IsLine(string? text) => text is { Length: > 0 and <= Longest } && !text.Any(char.IsControl);
}
