using System.Buffers;
using System.Globalization;
using System.Text;
using Research.Numerics;

namespace Research.Results.Tables;

/// <summary>A cell's text, as a comma-separated file holds it: nothing that a spreadsheet computes or a terminal obeys (ADR 22).</summary>
/// <remarks>
/// Hidden characters stand as in <see cref="Printable"/>; a cell that a spreadsheet would take for a formula begins with an apostrophe, a number
/// does not. Text that looks like either is marked the same way, so each text has one form, and <see cref="Read"/> gives it back.
/// </remarks>
internal static class CsvCell
{
    // The second four are what some keyboards type for the first.
    private const string Formula = "=+-@\uff1d\uff0b\uff0d\uff20";
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private const int CodeLength = 6; // \uXXXX

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Write(string text)
    {
        string shown = Printable.Of(ReplaceCodes(text, code => "\\u005c" + code[1..]));
        return IsFormula(shown) && !double.TryParse(shown, Plain, CultureInfo.InvariantCulture, out _) ? "'" + shown : shown;
    }

    public static string Read(string cell) =>
        ReplaceCodes(cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell, Character);

    // With or without apostrophes in front.
    private static bool IsFormula(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && Formula.Contains(bare[0], StringComparison.Ordinal);
    }

    // A code that Write never makes is left as it is.
    private static string Character(string code)
    {
        var character = (char)int.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        string text = character.ToString();
        return character == '\\' || Printable.IsHidden(text, 0) ? text : code;
    }

    private static string ReplaceCodes(string text, Func<string, string> replacement)
    {
        if (!text.Contains("\\u", StringComparison.Ordinal))
        {
            return text;
        }

        var replaced = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; )
        {
            bool code = IsCode(text.AsSpan(i));
            replaced.Append(code ? replacement(text.Substring(i, CodeLength)) : text[i].ToString());
            i += code ? CodeLength : 1;
        }

        return replaced.ToString();
    }

    private static bool IsCode(ReadOnlySpan<char> text) =>
        text.StartsWith("\\u") && text.Length >= CodeLength && text[2..CodeLength].IndexOfAnyExcept(Digits) < 0;
}
