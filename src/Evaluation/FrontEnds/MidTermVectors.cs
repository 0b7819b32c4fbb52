using Research.Features.ShortTerm;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>pyAudioAnalysis's vector of each recording, see <see cref="MidTermVector"/>.</summary>
public sealed record MidTermVectors : FeatureSet
{
    public required Excerpt Excerpt { get; init; }

    public required ShortTermSettings Frames { get; init; }

    public override string Name =>
        FormattableString.Invariant(
            $"mid-term-{Excerpt.Name}-{1000 * Frames.WindowSeconds:0.###}-{1000 * Frames.StepSeconds:0.###}-{(Frames.Form == ShortTermForm.AsPublished ? "as-published" : "corrected")}"
        );

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, 136].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(
            inputs.Data.Items.Count,
            i => Matrix.OfRows([MidTermVector.Of(Excerpt.Of(inputs.Data.Items[i].Waveform), Frames)])
        );
}
