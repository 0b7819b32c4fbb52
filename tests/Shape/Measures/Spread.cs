namespace Research.Shape.Measures;

/// <summary>The median and the 90th percentile of lines: values that occur, by nearest rank.</summary>
public sealed record Spread(int Median, int Ninetieth)
{
    /// <returns>Zeros of nothing.</returns>
    public static Spread Of(IEnumerable<Measured> items)
    {
        int[] sorted = [.. items.Select(item => item.Lines).Order()];
        return new(At(sorted, 0.5), At(sorted, 0.9));
    }

    private static int At(int[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
