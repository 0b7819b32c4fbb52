using System.Runtime.CompilerServices;
using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Convolution as a product whose right factor is read where it lies: in a padded copy of the image.</summary>
/// <remarks>
/// Under each tap of the kernel the pixels of neighbouring outputs are one run of a plane (<see cref="PhasePlanes"/>), so a few rows of output are
/// a product with those runs; what falls between two image rows is computed and dropped.
/// </remarks>
internal static unsafe class ConvIndirect
{
    private const int ColumnsAtOnce = 480;
    private const int FewestOuts = 24; // from here on a panel is read often enough to be worth packing it

    public static bool Fits(Conv conv) => conv.OutPerGroup < FewestOuts;

    /// <summary>One image and group; rows of output side by side where no other loop does.</summary>
    public static void Run(Conv conv, float* input, float* weight, float* bias, float* output, long image, int group)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        var planes = new PhasePlanes(conv);
        using var room = new Scratch(planes.Floats);
        float* data = room.Data;
        planes.Fill(input + (((image * conv.InChannels) + ((long)group * conv.InPerGroup)) * conv.InPixels), data);
        using var places = new Scratch(2L * depth);
        var offsets = (nint*)places.Data;
        planes.Offsets(offsets);
        float* filters = weight + ((long)group * outs * depth);
        float* shift = bias == null ? null : bias + (group * outs);
        float* target = output + (((image * conv.OutChannels) + ((long)group * outs)) * conv.OutPixels);
        int rows = Math.Max(1, ColumnsAtOnce / planes.Pitch);
        int pitch = planes.Pitch;
        ParallelLoop.For(
            (conv.OutHeight + rows - 1) / rows,
            part =>
            {
                int first = part * rows;
                int live = Math.Min(rows, conv.OutHeight - first);
                Rows(
                    conv,
                    filters,
                    shift,
                    data + ((nint)first * pitch),
                    offsets,
                    pitch,
                    live,
                    target + ((long)first * conv.OutWidth)
                );
            }
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(
        Conv conv,
        float* filters,
        float* bias,
        float* data,
        nint* offsets,
        int pitch,
        int rows,
        float* target
    )
    {
        (int outs, int depth, int columns) = (conv.OutPerGroup, conv.Depth, rows * pitch);
        using var room = new Scratch((long)outs * columns);
        for (int o = 0; o < outs; o++)
        {
            new Span<float>(room.Data + ((long)o * columns), columns).Fill(bias == null ? 0 : bias[o]);
        }

        IndirectGemm.Accumulate(outs, columns, depth, filters, depth, data, offsets, room.Data, columns);
        for (int o = 0; o < outs; o++)
        {
            for (int y = 0; y < rows; y++)
            {
                float* source = room.Data + ((long)o * columns) + ((long)y * pitch);
                Cpu.Rows.Copy(source, target + ((long)o * conv.OutPixels) + ((long)y * conv.OutWidth), conv.OutWidth);
            }
        }
    }
}
