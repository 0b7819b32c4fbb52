using Research.Models.Networks;
using Research.Models.Networks.Convolutional;
using Research.Models.Networks.Items;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>A network over the frames of an item.</summary>
public abstract record ItemNetworkSettings
{
    /// <summary>The network, with first weights that follow from the seed.</summary>
    /// <param name="frames">Standardised frames of every item.</param>
    internal abstract IItemNetwork Over(IReadOnlyList<Matrix> frames, int outputs, ulong seed);
}

/// <summary>A convolutional network over windows of the frames as a picture.</summary>
public sealed record PictureNetworkSettings : ItemNetworkSettings
{
    public required ConvolutionSettings Convolution { get; init; }

    /// <summary>Frames of a window.</summary>
    public required int WindowFrames { get; init; }

    /// <summary>Changes of the pictures in training; null for none.</summary>
    public required Masking? Masking { get; init; }

    internal override IItemNetwork Over(IReadOnlyList<Matrix> frames, int outputs, ulong seed) =>
        new PictureNetwork(new Windows(frames, WindowFrames), outputs, Convolution, Masking, seed);
}

/// <summary>A recurrent network over the frames one after another.</summary>
public sealed record SequenceNetworkSettings : ItemNetworkSettings
{
    public required RecurrentSettings Recurrent { get; init; }

    internal override IItemNetwork Over(IReadOnlyList<Matrix> frames, int outputs, ulong seed) =>
        new SequenceNetwork(new SequenceData(frames), outputs, Recurrent, seed);
}

/// <summary>A bidirectional LSTM over the frames, whose outputs an attention weighs.</summary>
public sealed record AttentionNetworkSettings : ItemNetworkSettings
{
    public required AttentionSettings Attention { get; init; }

    internal override IItemNetwork Over(IReadOnlyList<Matrix> frames, int outputs, ulong seed) =>
        new AttentionNetwork(new SequenceData(frames), outputs, Attention, seed);
}

/// <summary>One hidden layer over items of one frame each.</summary>
public sealed record VectorNetworkSettings : ItemNetworkSettings
{
    /// <summary>Units.</summary>
    public required int Hidden { get; init; }

    /// <summary>Probability of a zero behind the hidden layer.</summary>
    public required double Dropout { get; init; }

    internal override IItemNetwork Over(IReadOnlyList<Matrix> frames, int outputs, ulong seed) =>
        new VectorNetwork(Matrix.OfRows([.. frames.Select(own => own.Row(0).ToArray())]), outputs, Hidden, Dropout, seed);
}
