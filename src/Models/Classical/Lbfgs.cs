using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>Minimises a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.</summary>
/// <remarks>Two-loop recursion and backtracking to the Armijo condition: Nocedal and Wright (2006), algorithms 7.4, 7.5 and 3.1.</remarks>
internal static class Lbfgs
{
    private const int Memory = 10;
    private const double SufficientDecrease = 1e-4;

    /// <summary>The value at a point; the gradient is written.</summary>
    public delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Ends when no component of the gradient exceeds the tolerance, or when no step helps any more.</summary>
    public static double[] Minimise(Objective objective, double[] start, double tolerance, int iterations)
    {
        double[] point = [.. start];
        var gradient = new double[start.Length];
        double value = objective(point, gradient);
        var pairs = new List<(double[] Step, double[] Change, double Scale)>();
        for (int i = 0; i < iterations && LargestOf(gradient) > tolerance; i++)
        {
            double[] direction = Direction(gradient, pairs);
            double slope = OrderedSum.Dot(direction, gradient);
            if (
                Search(objective, point, value, direction, slope, i == 0 ? 1 / Math.Max(1, LargestOf(gradient)) : 1)
                is not { } found
            )
            {
                break;
            }

            double[] step = Minus(found.Point, point);
            double[] change = Minus(found.Gradient, gradient);
            double curvature = OrderedSum.Dot(step, change);
            if (curvature > 1e-14)
            {
                pairs.Add((step, change, 1 / curvature));
                pairs.RemoveRange(0, Math.Max(0, pairs.Count - Memory));
            }

            (point, value, gradient) = found;
        }

        return point;
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Scale)> pairs)
    {
        double[] q = [.. gradient.Select(g => -g)];
        var alphas = new double[pairs.Count];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            alphas[i] = pairs[i].Scale * OrderedSum.Dot(pairs[i].Step, q);
            AddScaled(q, pairs[i].Change, -alphas[i]);
        }

        if (pairs.Count > 0)
        {
            (_, double[] change, double scale) = pairs[^1];
            double initial = 1 / (scale * OrderedSum.Dot(change, change));
            for (int d = 0; d < q.Length; d++)
            {
                q[d] *= initial;
            }
        }

        for (int i = 0; i < pairs.Count; i++)
        {
            double beta = pairs[i].Scale * OrderedSum.Dot(pairs[i].Change, q);
            AddScaled(q, pairs[i].Step, alphas[i] - beta);
        }

        return q;
    }

    private static (double[] Point, double Value, double[] Gradient)? Search(
        Objective objective,
        double[] point,
        double value,
        double[] direction,
        double slope,
        double length
    )
    {
        var gradient = new double[point.Length];
        for (int halving = 0; halving < 40 && slope < 0; halving++)
        {
            double[] trial = [.. point];
            AddScaled(trial, direction, length);
            double trialValue = objective(trial, gradient);
            if (trialValue <= value + (SufficientDecrease * length * slope))
            {
                return (trial, trialValue, gradient);
            }

            length /= 2;
        }

        return null;
    }

    private static void AddScaled(double[] target, double[] other, double scale)
    {
        for (int d = 0; d < target.Length; d++)
        {
            target[d] += scale * other[d];
        }
    }

    private static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    private static double LargestOf(double[] values) => values.Max(Math.Abs);
}
