namespace Research.Models.Networks.Pretrained;

/// <summary>Depth and width of a residual network.</summary>
internal sealed record ResNetSettings
{
    /// <summary>Maps before the first block; each layer has twice those of the one before.</summary>
    internal const int FirstMaps = 64;

    private const int Expansion = 4;

    /// <summary>Blocks of each of the four layers.</summary>
    public required IReadOnlyList<int> Blocks { get; init; }

    /// <summary>Whether a block has three convolutions (1×1, 3×3, 1×1) and four times as many maps come out, or two of 3×3.</summary>
    public required bool Bottleneck { get; init; }

    /// <summary>Groups of a bottleneck's middle convolution.</summary>
    public required int Groups { get; init; }

    /// <summary>Maps of a group in the first layer.</summary>
    public required int GroupMaps { get; init; }

    public static ResNetSettings ResNet18 =>
        new()
        {
            Blocks = [2, 2, 2, 2],
            Bottleneck = false,
            Groups = 1,
            GroupMaps = FirstMaps,
        };

    /// <summary>ResNet-18 with one block more at the end, as Microsoft's CNTK trained and published it in ONNX.</summary>
    public static ResNetSettings ResNet18Onnx => ResNet18 with { Blocks = [2, 2, 2, 3] };

    public static ResNetSettings ResNeXt101 =>
        new()
        {
            Blocks = [3, 4, 23, 3],
            Bottleneck = true,
            Groups = 32,
            GroupMaps = 8,
        };

    /// <summary>Maps inside the blocks of a layer.</summary>
    internal int Width(int layer) => (FirstMaps << layer) * GroupMaps / FirstMaps * Groups;

    /// <summary>Maps that come out of a layer.</summary>
    internal int Outs(int layer) => (FirstMaps << layer) * (Bottleneck ? Expansion : 1);
}
