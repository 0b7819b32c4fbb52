using Research.Results.Svg;

namespace Research.Results.Charts;

/// <summary>The axis of some bars: from zero, or, where all are shares in the upper half, from below the lowest of them.</summary>
/// <param name="Ticks">Of the axis.</param>
/// <param name="BeginsAtZero">Whether a bar's length is its value.</param>
internal sealed record BarAxis(Ticks Ticks, bool BeginsAtZero)
{
    private const double UpperHalf = 0.5;
    private const int About = 5;

    /// <summary>Where bars begin.</summary>
    public double Zero => BeginsAtZero ? 0 : Ticks.Low;

    public static BarAxis Of(IReadOnlyList<Bar> bars)
    {
        double highest = bars.Max(bar => Math.Max(bar.Value, Math.Max(bar.High ?? bar.Value, bar.Published ?? bar.Value)));
        double lowest = bars.Min(bar => Math.Min(bar.Value, Math.Min(bar.Low ?? bar.Value, bar.Published ?? bar.Value)));
        return lowest >= UpperHalf && highest <= 1
            ? new(Ticks.Over(lowest, highest, About), false)
            : new(Ticks.Over(Math.Min(0, lowest), Math.Max(0, highest), About), true);
    }
}
