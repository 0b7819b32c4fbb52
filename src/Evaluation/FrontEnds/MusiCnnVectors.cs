using Research.Data;
using Research.Data.Datasets;
using Research.Features.Music;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>What a pretrained MusiCNN says of each recording: the mean over its patches of three seconds.</summary>
public sealed record MusiCnnVectors : FeatureSet
{
    public required MusiCnnOutput Output { get; init; }

    public override string Name => Output == MusiCnnOutput.Embedding ? "musicnn-embedding" : "musicnn-tags";

    public override IReadOnlyList<DatasetRef> Assets => [MusicnnMsd.Dataset];

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a recording, shape [1, 200] or [1, 50].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        using var network = new MusiCnn(Weights(inputs.Open(MusicnnMsd.Dataset)));
        return [.. inputs.Data.Items.Select(item => Matrix.OfRows([Of(network, item.Waveform, Output)]))];
    }

    /// <summary>The vector of one recording.</summary>
    public static double[] Of(MusiCnn network, Waveform waveform, MusiCnnOutput output)
    {
        (Matrix embeddings, Matrix tags) = network.Of(MusiCnnFrames.Patches(MusiCnnFrames.Of(waveform)));
        Matrix chosen = output == MusiCnnOutput.Embedding ? embeddings : tags;
        return [.. Enumerable.Range(0, chosen.Columns).Select(k => OrderedSum.Mean(chosen.Column(k)))];
    }

    /// <summary>The tensors of an opened asset by name.</summary>
    public static NamedWeights Weights(Dataset asset) => new(asset.Items.ToDictionary(item => item.Id, item => item.Matrix));
}

/// <summary>Which layer of a MusiCNN is read.</summary>
public enum MusiCnnOutput
{
    /// <summary>200 values before the last rectifier.</summary>
    Embedding,

    /// <summary>Probabilities of 50 tags.</summary>
    Tags,
}
