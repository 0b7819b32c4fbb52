namespace Research.Results.Metrics.Beats;

/// <summary>Beats as other listeners may tap them.</summary>
internal static class MetricalLevels
{
    /// <summary>The beats themselves, those between them, both, and every second from the first or the second on.</summary>
    /// <param name="beats">At least two, ascending.</param>
    public static IReadOnlyList<double[]> Of(double[] beats)
    {
        double[] between = [.. beats.Zip(beats.Skip(1), (a, b) => a + (0.5 * (b - a)))];
        double[] both = [.. beats.Concat(between).Order()];
        return [beats, between, both, Every(beats, 0), Every(beats, 1)];
    }

    private static double[] Every(double[] beats, int first) => [.. beats.Where((_, i) => i % 2 == first)];
}
