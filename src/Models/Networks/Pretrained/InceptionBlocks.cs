using TorchSharp.Modules;
using static Research.Models.Networks.Pretrained.NormalizedConvolution;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>The five kinds of block of Inception v3, as torchvision letters them.</summary>
internal static class InceptionBlocks
{
    /// <summary>Deviation of the first weights.</summary>
    public const double Deviation = 0.1;

    private const int MiddleMaps = 768;

    /// <summary>Filters of 1, 5 and twice 3 pixels.</summary>
    public static InceptionBlock A(int ins, int pooled) =>
        new(
            new InceptionPath(("branch1x1", Valid(ins, 64, 1))),
            new InceptionPath(("branch5x5_1", Valid(ins, 48, 1)), ("branch5x5_2", Same(48, 64, 5, 5))),
            new InceptionPath(
                ("branch3x3dbl_1", Valid(ins, 64, 1)),
                ("branch3x3dbl_2", Same(64, 96, 3, 3)),
                ("branch3x3dbl_3", Same(96, 96, 3, 3))
            ),
            new InceptionPath(("branch_pool", Valid(ins, pooled, 1))) { Pool = Mean() }
        );

    /// <summary>Halves the picture.</summary>
    public static InceptionBlock B(int ins) =>
        new(
            new InceptionPath(("branch3x3", Valid(ins, 384, 3, stride: 2))),
            new InceptionPath(
                ("branch3x3dbl_1", Valid(ins, 64, 1)),
                ("branch3x3dbl_2", Same(64, 96, 3, 3)),
                ("branch3x3dbl_3", Valid(96, 96, 3, stride: 2))
            ),
            new InceptionPath { Pool = Highest() }
        );

    /// <summary>Filters of 7 pixels as 1×7 and 7×1.</summary>
    /// <param name="inner">Maps inside the paths.</param>
    public static InceptionBlock C(int inner) =>
        new(
            new InceptionPath(("branch1x1", Valid(MiddleMaps, 192, 1))),
            new InceptionPath(
                ("branch7x7_1", Valid(MiddleMaps, inner, 1)),
                ("branch7x7_2", Same(inner, inner, 1, 7)),
                ("branch7x7_3", Same(inner, 192, 7, 1))
            ),
            new InceptionPath(
                ("branch7x7dbl_1", Valid(MiddleMaps, inner, 1)),
                ("branch7x7dbl_2", Same(inner, inner, 7, 1)),
                ("branch7x7dbl_3", Same(inner, inner, 1, 7)),
                ("branch7x7dbl_4", Same(inner, inner, 7, 1)),
                ("branch7x7dbl_5", Same(inner, 192, 1, 7))
            ),
            new InceptionPath(("branch_pool", Valid(MiddleMaps, 192, 1))) { Pool = Mean() }
        );

    /// <summary>Halves the picture again.</summary>
    public static InceptionBlock D() =>
        new(
            new InceptionPath(("branch3x3_1", Valid(MiddleMaps, 192, 1)), ("branch3x3_2", Valid(192, 320, 3, stride: 2))),
            new InceptionPath(
                ("branch7x7x3_1", Valid(MiddleMaps, 192, 1)),
                ("branch7x7x3_2", Same(192, 192, 1, 7)),
                ("branch7x7x3_3", Same(192, 192, 7, 1)),
                ("branch7x7x3_4", Valid(192, 192, 3, stride: 2))
            ),
            new InceptionPath { Pool = Highest() }
        );

    /// <summary>Paths that end in 1×3 and 3×1 side by side.</summary>
    public static InceptionBlock E(int ins) =>
        new(
            new InceptionPath(("branch1x1", Valid(ins, 320, 1))),
            new InceptionPath(
                ("branch3x3_1", Valid(ins, 384, 1)),
                ("branch3x3_2a", Same(384, 384, 1, 3)),
                ("branch3x3_2b", Same(384, 384, 3, 1))
            )
            {
                Forks = true,
            },
            new InceptionPath(
                ("branch3x3dbl_1", Valid(ins, 448, 1)),
                ("branch3x3dbl_2", Same(448, 384, 3, 3)),
                ("branch3x3dbl_3a", Same(384, 384, 1, 3)),
                ("branch3x3dbl_3b", Same(384, 384, 3, 1))
            )
            {
                Forks = true,
            },
            new InceptionPath(("branch_pool", Valid(ins, 192, 1))) { Pool = Mean() }
        );

    // Zeros around the picture count.
    private static AvgPool2d Mean() => nn.AvgPool2d(3, stride: 1, padding: 1);

    private static MaxPool2d Highest() => nn.MaxPool2d(3, stride: 2);
}
