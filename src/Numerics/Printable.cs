using System.Globalization;
using System.Text;

namespace Research.Numerics;

/// <summary>Text that came from elsewhere, as a terminal, a log or a page may show it: nothing in it moves a cursor, starts a line or turns the order of letters.</summary>
/// <remarks>
/// Shown as \uXXXX: control characters (line breaks and the escape of terminals among them), the separators U+2028 and U+2029, what turns the
/// direction of writing, and halves of surrogate pairs. All else stays, so text that is made printable twice is as if it were once.
/// </remarks>
public static class Printable
{
    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int first = 0;
        while (first < text.Length && !IsHidden(text, first))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            if (IsHidden(text, i))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }

    /// <summary>Text of several lines, such as a trace: its line breaks stay, and later lines are indented, so that none passes for a line of ours.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join("\n  ", text.ReplaceLineEndings("\n").Split('\n').Select(Of));
    }

    /// <summary>Whether the character at that place is shown as \uXXXX.</summary>
    public static bool IsHidden(string text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        char c = text[index];
        if (c is >= ' ' and < '\u007f')
        {
            return false;
        }

        return char.IsControl(c)
            || c is '\u061c' or '\u200e' or '\u200f' or '\u2028' or '\u2029' or '\ufeff'
            || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            || (char.IsSurrogate(c) && !IsWhole(text, index));
    }

    private static bool IsWhole(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
