using Research.Data;
using Research.Models.Networks;
using Research.Pipeline;

namespace Research.Experiments.SpeechEmotion;

/// <summary>The study's experiments on the embedded corpus, small and short.</summary>
internal static class SpeechEmotionQuick
{
    private static readonly DatasetRef[] Embedded = [Datasets.SyntheticSpeechEmotion];

    public static IReadOnlyList<Experiment> All(
        LocalAttention local,
        AttentionBlstm blstm,
        Handcrafted handcrafted,
        CrossCorpus cross
    ) =>
        [
            local with
            {
                Data = Embedded,
                Seeds = [1],
                Speakers = local.Speakers with { Seeds = [1] },
                StandIn = Embedded[0].Id,
                Published = Short(local.Published, 32, 16, 8),
                Corrected = Short(local.Corrected, 32, 16, 6),
            },
            blstm with
            {
                Data = Embedded,
                Seeds = [1],
                Speakers = blstm.Speakers with { Seeds = [1] },
                StandIn = Embedded[0].Id,
                Published = Short(blstm.Published, null, 24, 8),
                Honest = Short(blstm.Honest, null, 24, 8),
                Weighted = Short(blstm.Weighted, null, 24, 8),
            },
            handcrafted with
            {
                Data = Embedded,
                Seeds = [1, 2],
                Vectors = [EmotionVectors.Of(VectorKind.MidTermPublished), EmotionVectors.Of(VectorKind.Prosodic)],
                Classifiers = [handcrafted.Classifiers[0], handcrafted.Classifiers[1]],
            },
            cross with
            {
                Data = [Datasets.SyntheticSpeechEmotion, Datasets.SyntheticSpeechEmotionOther],
                Seeds = [1],
                Network = Short(cross.Network, null, 24, 8),
            },
        ];

    private static NetVariant Short(NetVariant variant, int? dense, int hidden, int epochs)
    {
        AttentionSettings network = variant.Network with
        {
            Dense = dense is { } units ? [units, units] : [],
            Hidden = hidden,
            ScoringUnits = variant.Network.ScoringUnits > 0 ? 32 : 0,
        };
        string words = variant
            .Words.Replace(" 256", $" {hidden}", StringComparison.Ordinal)
            .Replace(" 128", $" {hidden}", StringComparison.Ordinal);
        int? steps = variant.Steps is null ? null : 12 * epochs;
        return variant with
        {
            Words = words,
            Network = network,
            Steps = steps,
            Training = variant.Training with { Epochs = epochs },
        };
    }
}
