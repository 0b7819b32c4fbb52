using Research.Data;
using Research.Models.Networks.Items;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>What the last layer of a frozen network sees of each recording's picture: computed once for all trials that train that layer.</summary>
internal sealed record TrunkFeatures : FeatureSet
{
    private const int AnyOutputs = 2; // the last layer is not used

    /// <summary>Levels of pictures, such as <see cref="PictureLevels"/>.</summary>
    public required FeatureSet Levels { get; init; }

    public required PretrainedNetwork Network { get; init; }

    /// <summary>Of the pictures, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Of weights that are drawn at random.</summary>
    public required ulong Seed { get; init; }

    public override string Name =>
        FormattableString.Invariant($"{Levels.Name}-{Network.Name}-{Side}{(Network.Weights is null ? $"-seed{Seed}" : "")}");

    public override IReadOnlyList<DatasetRef> Assets => Network.Weights is { } weights ? [weights] : [];

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a recording: shape [1, values], or [maps, pixels].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        IReadOnlyList<Matrix> levels = Levels.Compute(inputs);
        ImageNetwork network = Network.Make(AnyOutputs, inputs.Open, Seed);
        using var items = new ImageItems(network, i => PictureLevels.Planes(levels[i], Side, Network.Normalization), Side);
        network.eval();
        return [.. items.Features([.. Enumerable.Range(0, levels.Count)]).Select(values => Of(values, Network.Architecture))];
    }

    /// <summary>Flat features of an item as <see cref="Compute"/> gives them.</summary>
    public static Matrix Of(float[] values, ImageArchitecture architecture) =>
        Of(values, IsMaps(architecture) ? ImageNetworks.SqueezeNetMaps : 1);

    /// <summary>Shape of an item as the last layer sees it.</summary>
    public static int[] ShapeOf(Matrix features, ImageArchitecture architecture)
    {
        int side = (int)Math.Sqrt(features.Columns);
        return IsMaps(architecture) ? [features.Rows, side, side] : [features.Columns];
    }

    private static bool IsMaps(ImageArchitecture architecture) =>
        architecture is ImageArchitecture.SqueezeNet10 or ImageArchitecture.SqueezeNet11;

    private static Matrix Of(float[] values, int rows)
    {
        var matrix = new Matrix(rows, values.Length / rows);
        for (int i = 0; i < values.Length; i++)
        {
            matrix.Values[i] = values[i];
        }

        return matrix;
    }
}
