using Research.Data;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>One vector a recording from a network's trunk: the mean of each map over the picture, for classifiers of vectors.</summary>
public sealed record PooledTrunk : FeatureSet
{
    /// <summary>Levels of pictures, such as <see cref="PictureLevels"/>.</summary>
    public required FeatureSet Levels { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>Of the pictures, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Of weights that are drawn at random.</summary>
    public required ulong Seed { get; init; }

    public override string Name => $"{Whole.Name}-means";

    public override IReadOnlyList<DatasetRef> Assets => Whole.Assets;

    private TrunkFeatures Whole =>
        new()
        {
            Data = Data,
            Levels = Levels,
            Network = Network,
            Side = Side,
            Seed = Seed,
        };

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a recording: shape [1, maps].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        bool isMaps = Network.Architecture is ImageArchitecture.SqueezeNet10 or ImageArchitecture.SqueezeNet11;
        IReadOnlyList<Matrix> trunk = Whole.Compute(inputs);
        return isMaps ? [.. trunk.Select(MeansOf)] : trunk;
    }

    private static Matrix MeansOf(Matrix maps) =>
        Matrix.OfRows([
            [.. Enumerable.Range(0, maps.Rows).Select(map => OrderedSum.Mean(maps.Row(map)))],
        ]);
}
