namespace Research.Experiments.GenreAffect;

/// <summary>One vector an item: mean, deviation, tenth and ninetieth percentile of each band over time, and the deviation of its change from frame to frame.</summary>
internal sealed record FrameStatistics : FeatureSet
{
    private const double Low = 0.1;
    private const double High = 0.9;

    public required MusicFrames Frames { get; init; }

    public override string Name => $"statistics-{Frames.On(Data).Name}";

    /// <summary>In words, as tables have it.</summary>
    public string VariantName => $"statistics of {Frames.VariantName} {Frames.Bands}";

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, 5 · bands].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Matrix.OfRows([Of(Frames.Of(inputs.Data.Items[i]))]));

    /// <summary>The vector of some frames; at least two.</summary>
    internal static double[] Of(Matrix frames) =>
        [.. Enumerable.Range(0, frames.Columns).SelectMany(band => OfBand(frames.Column(band)))];

    private static double[] OfBand(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double[] changes = [.. values.Skip(1).Select((value, t) => value - values[t])];
        return
        [
            OrderedSum.Mean(values),
            Math.Sqrt(OrderedSum.Variance(values, 0)),
            sorted[(int)(Low * (sorted.Length - 1))],
            sorted[(int)(High * (sorted.Length - 1))],
            Math.Sqrt(OrderedSum.Variance(changes, 0)),
        ];
    }
}
