using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a convolution's input for any stride: patches of gradients, a few rows at a time, added where they came from.</summary>
internal static unsafe class ConvScatter
{
    private const int PixelsAtOnce = 2048;

    public static void Run(Conv conv, float* gradient, float* weight, float* input, long image, int group)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        float* source = gradient + (((image * conv.OutChannels) + ((long)group * outs)) * conv.OutPixels);
        float* target = input + (((image * conv.InChannels) + ((long)group * conv.InPerGroup)) * conv.InPixels);
        new Span<float>(target, conv.InPerGroup * conv.InPixels).Clear();
        int rows = Math.Max(1, PixelsAtOnce / conv.OutWidth);
        using var patches = new Scratch((long)depth * rows * conv.OutWidth);
        var filters = new MatrixView<float>(weight + ((long)group * outs * depth), 1, depth);
        for (int y = 0; y < conv.OutHeight; y += rows)
        {
            int live = Math.Min(rows, conv.OutHeight - y);
            int pixels = live * conv.OutWidth;
            new Span<float>(patches.Data, depth * pixels).Clear();
            var slice = new MatrixPanels<float>(new(source + (y * conv.OutWidth), conv.OutPixels, 1));
            Gemm.Accumulate(depth, pixels, outs, filters, slice, patches.Data, pixels);
            for (int d = 0; d < depth; d++)
            {
                Add(conv, patches.Data + ((long)d * pixels), target, d, y, live);
            }
        }
    }

    private static void Add(Conv conv, float* patches, float* target, int d, int firstRow, int rows)
    {
        (int channel, int tap) = Math.DivRem(d, conv.KernelHeight * conv.KernelWidth);
        (int ky, int kx) = Math.DivRem(tap, conv.KernelWidth);
        for (int r = 0; r < rows; r++)
        {
            int y = ((firstRow + r) * conv.StrideY) - conv.PadY + (ky * conv.DilationY);
            if ((uint)y >= (uint)conv.Height)
            {
                continue;
            }

            float* line = target + (((long)channel * conv.InPixels) + ((long)y * conv.Width));
            float* patch = patches + ((long)r * conv.OutWidth);
            for (int i = 0; i < conv.OutWidth; i++)
            {
                int x = (i * conv.StrideX) - conv.PadX + (kx * conv.DilationX);
                if ((uint)x < (uint)conv.Width)
                {
                    line[x] += patch[i];
                }
            }
        }
    }
}
