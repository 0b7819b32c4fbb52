using System.Globalization;

namespace Research.Results.Tables;

/// <summary>A cell for a reader's eyes: a sound or a picture in base 64 is for programs, and stands in the CSV file.</summary>
public static class ReadableCell
{
    private const int LongestWord = 120;
    private const int Shown = 8;

    /// <summary>The cell; of one long word its beginning and its length.</summary>
    public static string Of(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > LongestWord && !cell.Contains(' ', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{cell.AsSpan(0, Shown)}… ({cell.Length} characters)")
            : cell;
    }
}
