using System.Globalization;
using Research.Numerics;

namespace Research.Results.Svg;

/// <summary>Round numbers along an axis, and the axis stretched to them.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Values">Where the ticks are.</param>
/// <param name="Labels">What stands at them.</param>
internal sealed record Ticks(double Low, double High, IReadOnlyList<double> Values, IReadOnlyList<string> Labels)
{
    private const double ManyDigits = 1e7;

    /// <summary>About so many ticks at 1, 2 or 5 times a power of ten.</summary>
    public static Ticks Over(double low, double high, int about)
    {
        if (!(high > low))
        {
            (low, high) = (low - 0.5, low + 0.5);
        }

        double rough = (high - low) / about;
        double power = PortableMath.Pow(10, Math.Floor(PortableMath.Log10(rough)));
        double step =
            power
            * (
                rough / power > 5 ? 10
                : rough / power > 2 ? 5
                : rough / power > 1 ? 2
                : 1
            );
        (double first, double last) = (Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9));
        double[] values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(k => (first + k) * step)];
        int decimals = Math.Clamp(-(int)Math.Floor(PortableMath.Log10(step) + 1e-9), 0, 8);
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return new(values[0], values[^1], values, [.. values.Select(value => Written(value, format))]);
    }

    /// <summary>About so many round numbers between two ends, which stay where they are.</summary>
    public static Ticks Inside(double low, double high, int about)
    {
        Ticks round = Over(low, high, about);
        int[] inside =
        [
            .. Enumerable
                .Range(0, round.Values.Count)
                .Where(i => round.Values[i] >= low - 1e-9 && round.Values[i] <= high + 1e-9),
        ];
        return new(low, high, [.. inside.Select(i => round.Values[i])], [.. inside.Select(i => round.Labels[i])]);
    }

    /// <summary>A value at an end of a scale: four digits.</summary>
    public static string Written(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Powers of ten around logarithms.</summary>
    public static Ticks Powers(double lowest, double highest)
    {
        int first = (int)Math.Floor(lowest + 1e-9);
        int last = Math.Max(first + 1, (int)Math.Ceiling(highest - 1e-9));
        int[] powers = [.. Enumerable.Range(first, last - first + 1)];
        return new(
            first,
            last,
            [.. powers.Select(power => (double)power)],
            [
                .. powers.Select(power =>
                    power is >= -3 and <= 3
                        ? PortableMath.Pow(10, power).ToString("0.###", CultureInfo.InvariantCulture)
                        : $"1e{power}"
                ),
            ]
        );
    }

    private static string Written(double value, string format)
    {
        if (Math.Abs(value) >= ManyDigits)
        {
            return value.ToString("0.###e0", CultureInfo.InvariantCulture); // in full, 10^16 does not fit beside an axis
        }

        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;
    }
}
