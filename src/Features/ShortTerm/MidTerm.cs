using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>Means and deviations of short-term features over stretches of about a second, and over a whole recording.</summary>
/// <remarks>Source: Giannakopoulos (2015), PLOS ONE 10(12). Oracle: golden pyaudioanalysis_34 (mid) and golden_py136_emodb, 1e-6.</remarks>
internal static class MidTerm
{
    /// <summary>One row a stretch: all means, then all population deviations.</summary>
    /// <param name="features">Shape [frames, features].</param>
    /// <param name="length">Frames of a stretch; the last ones may have fewer.</param>
    /// <param name="step">Frames from stretch to stretch.</param>
    /// <returns>Shape [stretches, 2·features].</returns>
    public static Matrix Of(Matrix features, int length, int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        int stretches = (features.Rows + step - 1) / step;
        return Matrix.OfRows([
            .. Enumerable
                .Range(0, stretches)
                .Select(s => Statistics(features, s * step, Math.Min(features.Rows, (s * step) + length))),
        ]);
    }

    /// <summary>Stretches of a duration, one after the other: as many frames as lie wholly in it.</summary>
    public static Matrix Of(Matrix features, ShortTermSettings frames, double seconds)
    {
        double length = (seconds - (frames.WindowSeconds - frames.StepSeconds)) / frames.StepSeconds;
        return Of(features, (int)Math.Round(length), (int)Math.Round(seconds / frames.StepSeconds));
    }

    /// <summary>Mean over the stretches: one vector a recording.</summary>
    public static double[] Average(Matrix stretches) =>
        [.. Enumerable.Range(0, stretches.Columns).Select(k => OrderedSum.Mean(stretches.Column(k)))];

    /// <summary>Means, then deviations, over all frames.</summary>
    public static double[] Whole(Matrix features) => Statistics(features, 0, features.Rows);

    private static double[] Statistics(Matrix features, int from, int to)
    {
        double[][] columns = [.. Enumerable.Range(0, features.Columns).Select(k => features.Column(k)[from..to])];
        return [.. columns.Select(c => OrderedSum.Mean(c)), .. columns.Select(c => Math.Sqrt(OrderedSum.Variance(c, 0)))];
    }
}
