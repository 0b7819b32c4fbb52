using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>An image's patches as the right factor [channels and taps, outputs], read from its planes and never written out as a whole.</summary>
/// <remarks>Under each tap the pixels of neighbouring outputs are one run of a plane for each row of output that they lie in.</remarks>
/// <param name="planes">The padded image (<see cref="PhasePlanes"/>).</param>
/// <param name="offsets">Where the run under each channel and tap begins.</param>
/// <param name="pitch">Values in a row of a plane.</param>
/// <param name="outWidth">Outputs in a row.</param>
internal readonly unsafe struct PatchPanels(float* planes, nint* offsets, int pitch, int outWidth) : IPanels<float>
{
    private const int Lanes = 8;

    public void Pack(int depth, int depths, int column, int columns, int width, float* target)
    {
        for (int j = 0; j < columns; j += width, target += (nint)depths * width)
        {
            Panel(depth, depths, column + j, Math.Min(width, columns - j), width, target);
        }
    }

    private void Panel(int depth, int depths, int column, int live, int width, float* target)
    {
        Run* runs = stackalloc Run[live];
        int count = 0;
        for (int done = 0; done < live; done += runs[count - 1].Length)
        {
            (int row, int x) = Math.DivRem(column + done, outWidth);
            runs[count++] = new Run(((nint)row * pitch) + x, done, Math.Min(outWidth - x, live - done));
        }

        if (count == 1 && live == width)
        {
            Copy(planes + runs->Source, offsets + depth, depths, width, target);
        }
        else
        {
            Copy(planes, offsets + depth, depths, runs, count, width, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(float* data, nint* offsets, int depths, int width, float* target)
    {
        for (int d = 0; d < depths; d++, target += width)
        {
            float* source = data + offsets[d];
            for (int i = 0; i < width; i += Lanes)
            {
                Vector256.Load(source + i).Store(target + i);
            }
        }
    }

    // A run ends at a whole vector: what it writes too much, the next run or the next row writes over, or no result reads.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(float* data, nint* offsets, int depths, Run* runs, int count, int width, float* target)
    {
        for (int d = 0; d < depths; d++, target += width)
        {
            float* source = data + offsets[d];
            for (int r = 0; r < count; r++)
            {
                (nint from, int to, int length) = runs[r];
                for (int i = 0; i < length; i += Lanes)
                {
                    Vector256.Load(source + from + i).Store(target + to + i);
                }
            }
        }
    }

    private readonly record struct Run(nint Source, int Target, int Length);
}
