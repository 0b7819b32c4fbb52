using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The sums of a kernel gradient, [group][channel, ky, kx][output channel], some rows at a time.</summary>
internal sealed unsafe class FilterSums(Conv conv, FilterTables tables, FilterImages images, float* total)
{
    private const int Square = 16; // floats in a cache line

    /// <summary>Adds images, in order, to some rows of a group.</summary>
    /// <param name="isFirst">Whether the sums are to begin.</param>
    public void Add(int group, int row, int rows, int count, bool isFirst)
    {
        int outs = conv.OutPerGroup;
        float* sums = total + ((((long)group * conv.Depth) + row) * outs);
        long size = (long)rows * outs;
        using var room = new Scratch(size + rows);
        float* zeros = room.Data + size;
        Cpu.Rows.Clear(zeros, rows);
        for (int image = 0; image < count; image++)
        {
            PackedRightMatrix slopes = images.Slopes(image, group);
            float* planes = images.Planes(image, group);
            nint* left = tables.Rows + row;
            if (isFirst && image == 0)
            {
                slopes.Write(rows, planes, left, tables.Places, zeros, sums, outs);
            }
            else if (conv.OutPixels <= Gemm.PartialDepth)
            {
                slopes.Accumulate(rows, planes, left, tables.Places, sums, outs);
            }
            else
            {
                slopes.Write(rows, planes, left, tables.Places, zeros, room.Data, outs);
                Cpu.Rows.Add(room.Data, sums, size);
            }
        }
    }

    /// <summary>[group][in, ky, kx][out] → [out, in, ky, kx].</summary>
    public static void Turn(Conv conv, float* total, float* weight)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        Loops.Items(
            conv.Groups,
            (long)outs * depth,
            group =>
            {
                long share = group * outs * depth;
                for (int o = 0; o < outs; o += Square)
                {
                    for (int d = 0; d < depth; d++)
                    {
                        for (int i = o; i < Math.Min(o + Square, outs); i++)
                        {
                            weight[share + ((long)i * depth) + d] = total[share + ((long)d * outs) + i];
                        }
                    }
                }
            }
        );
    }
}
