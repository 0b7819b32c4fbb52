using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a convolution's input for any stride: patches of gradients, a few rows at a time, added in the planes (<see cref="PhasePlanes"/>) where they came from.</summary>
/// <remarks>
/// Each pixel adds its patches' values in ascending (ky, kx), from zero. A later ky comes from an earlier row of output, so slices of
/// rows go from the last to the first; then their size, which follows the cache, shows in no bit.
/// </remarks>
internal static unsafe class ConvScatter
{
    private const int FloatsAtOnce = 1 << 16; // of patches: they stay in a core's cache

    public static void Run(Conv conv, float* gradient, float* weight, float* input, long image, int group)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        var planes = new PhasePlanes(conv);
        int slice = Math.Clamp(FloatsAtOnce / (depth * conv.OutWidth), 1, conv.OutHeight);
        using var sums = new Scratch(planes.Floats);
        using var patches = new Scratch((long)depth * slice * conv.OutWidth);
        using var zeros = new Scratch(depth);
        using var places = new Scratch(2L * depth);
        var offsets = (nint*)places.Data;
        planes.Offsets(offsets);
        Rows.Clear(zeros.Data, depth);
        Rows.Clear(sums.Data, planes.Floats);
        float* source = gradient + (((image * conv.OutChannels) + ((long)group * outs)) * conv.OutPixels);
        var filters = new MatrixView<float>(weight + ((long)group * outs * depth), 1, depth);
        for (int end = conv.OutHeight; end > 0; end -= slice)
        {
            int rows = Math.Min(slice, end);
            int pixels = rows * conv.OutWidth;
            var slopes = new MatrixPanels<float>(new(source + ((end - rows) * conv.OutWidth), conv.OutPixels, 1));
            Gemm.Write(depth, pixels, outs, filters, slopes, zeros.Data, patches.Data, pixels);
            for (int d = 0; d < depth; d++)
            {
                float* run = sums.Data + offsets[d] + ((nint)(end - rows) * planes.Pitch);
                Add(patches.Data + ((long)d * pixels), conv.OutWidth, rows, run, planes.Pitch);
            }
        }

        planes.Collect(sums.Data, input + (((image * conv.InChannels) + ((long)group * conv.InPerGroup)) * conv.InPixels));
    }

    private static void Add(float* patches, int width, int rows, float* run, nint pitch)
    {
        for (int r = 0; r < rows; r++, patches += width, run += pitch)
        {
            Rows.Add(patches, run, width);
        }
    }
}
