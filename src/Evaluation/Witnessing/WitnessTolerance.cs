namespace Research.Evaluation.Witnessing;

/// <summary>How far two engines of float32 may lie apart and still agree.</summary>
/// <remarks>
/// Both round every sum, in different orders. Before the first update a number differs by rounding alone; each update hands the differences on, and Adam
/// divides each gradient by its own size, so that small differences become steps of other sizes: the tolerance grows with the number of updates. Some
/// trainings multiply any difference until nothing of the path is left; how far, our own engine shows when its weights move by a millionth at every update.
/// </remarks>
internal static class WitnessTolerance
{
    private const double Rounding = 1e-5;
    private const double Margin = 10; // one path of moved weights is one draw of many
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>Of a loss or an error, relative: 1e-5·(1 + updates).</summary>
    public static double After(int updates) => Rounding * (1 + updates);

    /// <summary>Of a training that is sensitive: ten times what our own engine differs by after its weights moved.</summary>
    public static double OfSensitive(double moved) => Margin * moved;

    /// <summary>Of an accuracy: the half-width of the 95 % interval of the difference of two shares of so many items.</summary>
    public static double OfShare(double a, double b, int items)
    {
        double mean = (a + b) / 2;
        return TwoSided95 * Math.Sqrt(2 * mean * (1 - mean) / items);
    }
}
