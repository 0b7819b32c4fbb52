using Research.Features.Descriptors;

namespace Research.Experiments.GenreAffect;

/// <summary>One vector an item: statistics of its frames over time, see <see cref="BandStatistics"/>.</summary>
internal sealed record FrameStatistics : FeatureSet
{
    public required MusicFrames Frames { get; init; }

    public override string Name => $"statistics-{Frames.On(Data).Name}";

    /// <summary>In words, as tables have it.</summary>
    public string VariantName => $"statistics of {Frames.VariantName} {Frames.Bands}";

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, 5 · bands].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Matrix.OfRows([BandStatistics.Of(Frames.Of(inputs.Data.Items[i]))]));
}
