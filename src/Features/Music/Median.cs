namespace Research.Features.Music;

/// <summary>The middle of sorted values, or the mean of the two middle ones, as numpy.median.</summary>
internal static class Median
{
    /// <param name="values">At least one; they are sorted in place.</param>
    public static double Of(Span<double> values)
    {
        values.Sort();
        int half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
    }
}
