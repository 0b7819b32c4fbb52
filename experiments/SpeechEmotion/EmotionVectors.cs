using Research.Features.Prosody;
using Research.Features.Sampling;
using Research.Features.ShortTerm;

namespace Research.Experiments.SpeechEmotion;

/// <summary>One vector an utterance, in one of several forms.</summary>
internal sealed record EmotionVectors
{
    public required VectorKind Kind { get; init; }

    public required RateSettings Rate { get; init; }

    /// <summary>Frames of the mid-term statistics.</summary>
    public required ShortTermSettings Frames { get; init; }

    public required ProsodySettings Prosody { get; init; }

    /// <summary>In words, as tables have it.</summary>
    public string VariantName =>
        Kind switch
        {
            VectorKind.MidTermPublished => "136 mid-term as published",
            VectorKind.MidTermCorrected => "136 mid-term corrected",
            _ => "132 prosodic",
        };

    public static EmotionVectors Of(VectorKind kind) =>
        new()
        {
            Kind = kind,
            Rate = RateSettings.To(16_000),
            Frames = new()
            {
                WindowSeconds = 0.050,
                StepSeconds = 0.025,
                Form = kind == VectorKind.MidTermPublished ? ShortTermForm.AsPublished : ShortTermForm.Corrected,
            },
            Prosody = ProsodySettings.Standard,
        };

    /// <summary>The vector of a recording.</summary>
    public double[] Of(Waveform waveform) =>
        Kind == VectorKind.Prosodic
            ? ProsodicVector.Of(waveform, Prosody)
            : MidTermVector.Of(RateChange.Of(waveform, Rate), Frames);

    /// <summary>The target that holds these vectors of a dataset.</summary>
    public EmotionVectorSet On(DatasetRef data) => new() { Data = data, Vectors = this };
}

/// <summary>Those vectors of every clip of a dataset, computed once for all experiments.</summary>
internal sealed record EmotionVectorSet : FeatureSet
{
    public required EmotionVectors Vectors { get; init; }

    public override string Name =>
        Vectors.Kind switch
        {
            VectorKind.MidTermPublished => "vectors-mid-term-as-published",
            VectorKind.MidTermCorrected => "vectors-mid-term-corrected",
            _ => "vectors-prosodic",
        };

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a clip, shape [1, features].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Matrix.OfRows([Vectors.Of(inputs.Data.Items[i].Waveform)]));
}
