using Research.Numerics;

namespace Research.Models.Training.RangeTest;

/// <summary>Losses at rising learning rates.</summary>
/// <param name="Points">In the order of the steps.</param>
/// <param name="Diverged">Whether the test ended early, because the loss grew too far or was no longer finite.</param>
public sealed record RangeTestResult(IReadOnlyList<RangeTestPoint> Points, bool Diverged)
{
    /// <summary>The rate at which the smoothed loss falls fastest from step to step: the first of equal ones.</summary>
    /// <remarks>
    /// Slopes are central differences (s[i+1] − s[i−1])/2 over the points that are left, one-sided at both ends, as numpy.gradient has them. PyTorch's
    /// torch-lr-finder leaves out the first 10 and last 5 points.
    /// </remarks>
    /// <param name="skipFirst">Points at the beginning that do not count.</param>
    /// <param name="skipLast">Points at the end that do not count.</param>
    /// <exception cref="ResearchException">Fewer than two points are left.</exception>
    public double SteepestRate(int skipFirst, int skipLast)
    {
        RangeTestPoint[] left = [.. Points.Skip(skipFirst).SkipLast(skipLast)];
        if (left.Length < 2)
        {
            throw new ResearchException(
                $"The range test has {Points.Count} points; without the first {skipFirst} and last {skipLast}, two are needed. Take more steps, or begin at a lower rate."
            );
        }

        double[] slopes = [.. left.Select((_, i) => Slope(left, i))];
        return left[Array.IndexOf(slopes, slopes.Min())].Rate;
    }

    private static double Slope(RangeTestPoint[] points, int i)
    {
        (int before, int after) = (Math.Max(0, i - 1), Math.Min(points.Length - 1, i + 1));
        return (points[after].Smoothed - points[before].Smoothed) / (after - before);
    }
}
