using Research.Numerics;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace Research.Torch.Tests.Kernels;

/// <summary>Random shapes of convolutions: strides, paddings, dilations, groups.</summary>
internal static class ConvolutionDraws
{
    /// <summary>Any shape; depthwise where asked.</summary>
    public static Conv Any(Rng rng, bool depthwise)
    {
        while (true)
        {
            int groups = depthwise ? rng.Between(1, 9) : rng.Between(1, 3);
            int mostOuts = depthwise ? 11 : 40; // from 8 and from 24 on, other kernels do the work
            (int perIn, int perOut) = (depthwise ? 1 : rng.Between(1, 5), rng.Between(1, rng.Between(1, mostOuts)));
            long[] input = [rng.Between(1, 3), groups * perIn, rng.Between(1, 14), rng.Between(1, 19)];
            long[] weight = [groups * perOut, perIn, rng.Between(1, 5), rng.Between(1, 5)];
            long[] strides = [rng.Between(1, 3), rng.Between(1, 3)];
            long[] padding = [rng.Between(0, 3), rng.Between(0, 3)];
            long[] dilation = [rng.Between(1, 3), rng.Between(1, 3)];
            if (
                Conv.OutSize(input[2], weight[2], strides[0], padding[0], dilation[0]) > 0
                && Conv.OutSize(input[3], weight[3], strides[1], padding[1], dilation[1]) > 0
                && input[2] + (2 * padding[0]) > dilation[0] * (weight[2] - 1)
                && input[3] + (2 * padding[1]) > dilation[1] * (weight[3] - 1)
            )
            {
                return Convolutions.Shape("test", input, weight, strides, padding, dilation, groups);
            }
        }
    }
}
