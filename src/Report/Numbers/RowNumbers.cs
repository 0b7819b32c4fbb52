using System.Globalization;

namespace Research.Report.Numbers;

/// <summary>Prints the numbers of a row alike: with the same decimals, as many as the largest needs and the smallest still shows.</summary>
internal static class RowNumbers
{
    private const int Most = 8;
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The cells of a row: numbers with a decimal point alike, all other cells as they are.</summary>
    public static IReadOnlyList<string> Alike(IReadOnlyList<string> cells)
    {
        double?[] numbers = [.. cells.Select(Fraction)];
        double[] known = [.. numbers.OfType<double>()];
        if (known.Length == 0)
        {
            return cells;
        }

        string format = "F" + Decimals(known).ToString(CultureInfo.InvariantCulture);
        return [.. cells.Select((cell, i) => numbers[i] is { } number ? Written(number, format) : cell)];
    }

    // Five digits of the largest or so, more where a smaller one would vanish, fewer where all would end in noughts.
    private static int Decimals(double[] numbers)
    {
        int decimals = numbers.Max(Math.Abs) switch
        {
            >= 1000 => 1,
            >= 100 => 2,
            >= 10 => 3,
            >= 0.01 or 0 => 4,
            _ => 6,
        };
        while (decimals < Most && numbers.Any(number => number != 0 && Vanishes(number, decimals)))
        {
            decimals++;
        }

        while (decimals > 0 && numbers.All(number => EndsInNought(number, decimals)))
        {
            decimals--;
        }

        return decimals;
    }

    private static bool Vanishes(double number, int decimals) => Text(number, decimals).AsSpan().IndexOfAnyExcept("-0.") < 0;

    private static bool EndsInNought(double number, int decimals) => Text(number, decimals).EndsWith('0');

    private static string Text(double number, int decimals) =>
        number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Written(double number, string format)
    {
        string text = number.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;
    }

    private static double? Fraction(string cell) =>
        cell.Contains('.', StringComparison.Ordinal)
        && double.TryParse(cell, Plain, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;
}
