using Research.Numerics;
using Research.Numerics.Distributions;

namespace Research.Results.Statistics;

/// <summary>A confidence interval.</summary>
public sealed record Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Wilson's score interval of a proportion (Wilson, 1927, JASA 22). Oracle: scipy, 1e-9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no trial, or more successes than trials.</exception>
    public static Interval Wilson(int successes, int trials, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double z = Normal.Quantile(0.5 + (level / 2));
        double p = (double)successes / trials;
        double denominator = 1 + (z * z / trials);
        double centre = (p + (z * z / (2 * trials))) / denominator;
        double half = z / denominator * Math.Sqrt((p * (1 - p) / trials) + (z * z / (4.0 * trials * trials)));
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>Wilson's interval of a share of so many; null of none.</summary>
    public static Interval? OfShare(int part, int whole, double level) => whole == 0 ? null : Wilson(part, whole, level);

    /// <summary>Student's interval of a mean: mean ± t·s/√n. Oracle: scipy, 1e-9.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static Interval OfMean(IReadOnlyList<double> sample, double level)
    {
        if (sample.Count < 2)
        {
            throw new ArgumentException($"An interval of a mean needs two values; there are {sample.Count}.", nameof(sample));
        }

        double[] values = [.. sample];
        double mean = OrderedSum.Mean(values);
        double error = Math.Sqrt(OrderedSum.Variance(values, 1) / values.Length);
        double half = StudentT.Quantile(0.5 + (level / 2), values.Length - 1) * error;
        return new(mean - half, mean + half);
    }

    /// <summary>The middle share of a sample: its quantiles by linear interpolation (numpy's default).</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Interval OfMiddle(IReadOnlyList<double> sample, double level)
    {
        if (sample.Count == 0)
        {
            throw new ArgumentException("The middle of a sample needs a value.", nameof(sample));
        }

        double[] sorted = [.. sample.Order()];
        return new(Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
    }

    private static double Quantile(double[] sorted, double p)
    {
        double place = p * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
