using Research.Numerics;

namespace Research.Results.Tables;

/// <summary>Text for a Markdown page: no HTML, no escapes of its own, no line breaks.</summary>
public static class MarkdownText
{
    public static string Of(string text) =>
        Printable
            .Of(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The same within a table.</summary>
    internal static string Cell(string text) => Of(text).Replace("|", "\\|", StringComparison.Ordinal);
}
