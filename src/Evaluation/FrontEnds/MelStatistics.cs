using Research.Data;
using Research.Features.Descriptors;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>Statistics over time of each recording's mel bands in decibels, see <see cref="BandStatistics"/>.</summary>
public sealed record MelStatistics : FeatureSet
{
    public required Excerpt Excerpt { get; init; }

    public required MelSettings Mel { get; init; }

    public required DecibelSettings Decibels { get; init; }

    public override string Name =>
        FormattableString.Invariant($"mel-statistics-{Excerpt.Name}-{Mel.Bands}-{Mel.Stft.WindowSamples}-{Mel.Stft.HopSamples}");

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, 5 · bands].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Matrix.OfRows([Of(inputs.Data.Items[i].Waveform)]));

    private double[] Of(Waveform waveform) =>
        BandStatistics.Of(Features.Spectral.Decibels.OfMel(Excerpt.Of(waveform), Mel, Decibels));
}
