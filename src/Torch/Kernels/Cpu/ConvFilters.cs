using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The gradient of a convolution's kernels, without writing the patches out.</summary>
/// <remarks>
/// <para>The image is copied once with its padding, split into one plane for each phase of the stride. Under a tap of the kernel, the
/// pixels of all outputs are then one contiguous run of a plane, a row of the left factor; the right factor is the output's gradient,
/// with zeros in the places where a run passes from one image row to the next.</para>
/// <para>Images add into eight partial sums by their index, which are then added in order: the same for any number of threads.</para>
/// </remarks>
internal static unsafe class ConvFilters
{
    private const int Partials = 8;
    private const int Depth = 256;

    public static void Run(Conv conv, float* input, float* gradient, float* weight)
    {
        long size = (long)conv.OutChannels * conv.Depth;
        int partials = Math.Min(Partials, conv.Batch);
        using var sums = new Scratch(size * partials);
        float* parts = sums.Data;
        ParallelLoop.For(
            partials * conv.Groups,
            item =>
            {
                (int part, int group) = Math.DivRem(item, conv.Groups);
                long share = (long)conv.OutPerGroup * conv.Depth;
                float* turned = parts + (size * part) + (share * group);
                new Span<float>(turned, (int)share).Clear();
                for (int image = part; image < conv.Batch; image += partials)
                {
                    Add(conv, input, gradient, image, group, turned);
                }
            }
        );
        Collect(conv, parts, partials, size, weight);
    }

    // turned: [in, ky, kx, out] of one group
    private static void Add(Conv conv, float* input, float* gradient, int image, int group, float* turned)
    {
        var planes = new PhasePlanes(conv);
        using var room = new Scratch(planes.Floats);
        float* source = input + ((((long)image * conv.InChannels) + ((long)group * conv.InPerGroup)) * conv.InPixels);
        planes.Fill(source, room.Data);
        float* slopes = gradient + ((((long)image * conv.OutChannels) + ((long)group * conv.OutPerGroup)) * conv.OutPixels);
        using var packed = new PackedMatrix();
        int length = conv.OutHeight * planes.Pitch;
        for (int first = 0; first < length; first += Depth)
        {
            int count = Math.Min(Depth, length - first);
            packed.Pack(count, conv.OutPerGroup, new SlopePanels(conv, slopes, planes.Pitch, first));
            Taps(conv, planes, room.Data + first, packed, turned);
        }
    }

    // The left factor's rows are the channels under one tap, or the taps of one kernel row where there are more of those.
    private static void Taps(Conv conv, PhasePlanes planes, float* data, PackedMatrix packed, float* turned)
    {
        (int outs, int taps) = (conv.OutPerGroup, conv.KernelHeight * conv.KernelWidth);
        bool alongRow = conv is { StrideX: 1 } && conv.KernelWidth > conv.InPerGroup;
        for (int ky = 0; ky < conv.KernelHeight; ky++)
        {
            if (alongRow)
            {
                for (int c = 0; c < conv.InPerGroup; c++)
                {
                    float* to = turned + (((long)c * taps) + (ky * conv.KernelWidth)) * outs;
                    packed.Accumulate(conv.KernelWidth, data + planes.Offset(c, ky, 0), conv.DilationX, to, outs);
                }

                continue;
            }

            for (int kx = 0; kx < conv.KernelWidth; kx++)
            {
                float* to = turned + ((long)((ky * conv.KernelWidth) + kx) * outs);
                packed.Accumulate(conv.InPerGroup, data + planes.Offset(0, ky, kx), planes.PlaneSize, to, (nint)taps * outs);
            }
        }
    }

    private static void Collect(Conv conv, float* parts, int partials, long size, float* weight)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        for (int group = 0; group < conv.Groups; group++)
        {
            long share = (long)group * outs * depth;
            for (int o = 0; o < outs; o++)
            {
                for (int d = 0; d < depth; d++)
                {
                    float sum = 0;
                    for (int part = 0; part < partials; part++)
                    {
                        sum += parts[(size * part) + share + ((long)d * outs) + o];
                    }

                    weight[share + ((long)o * depth) + d] = sum;
                }
            }
        }
    }
}
