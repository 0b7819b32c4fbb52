using System.Runtime.CompilerServices;

namespace Research.Torch.Kernels.Cpu;

/// <summary>The largest value of each window of a plane, and its place there; the first of equals, and a NaN before all.</summary>
/// <typeparam name="TPlace">A place: y·width + x of the window.</typeparam>
internal static unsafe class MaxPooling<TPlace>
    where TPlace : unmanaged, System.Numerics.IBinaryInteger<TPlace>
{
    public static void Forward(Pool2d pool, float* input, float* output, TPlace* places)
    {
        for (int y = 0; y < pool.OutHeight; y++, output += pool.OutWidth, places += pool.OutWidth)
        {
            int x = 0;
            if (typeof(TPlace) == typeof(byte) && MaxPoolingPairs.Fits(pool))
            {
                x = MaxPoolingPairs.Row(input + (2L * y * pool.Width), pool.Width, output, (byte*)places);
            }

            for (; x < pool.OutWidth; x++)
            {
                (output[x], places[x]) = Largest(pool, input, (y * pool.StrideY) - pool.PadY, (x * pool.StrideX) - pool.PadX);
            }
        }
    }

    public static void Backward(Pool2d pool, float* gradient, TPlace* places, float* input)
    {
        Rows.Clear(input, (long)pool.Height * pool.Width);
        for (int y = 0; y < pool.OutHeight; y++)
        {
            int x = 0;
            if (typeof(TPlace) == typeof(byte) && MaxPoolingPairs.Fits(pool))
            {
                x = MaxPoolingPairs.RowBack(gradient, (byte*)places, pool.Width, input + (2L * y * pool.Width));
            }

            for (; x < pool.OutWidth; x++)
            {
                input[At(pool, y, x, int.CreateTruncating(places[x]))] += gradient[x];
            }

            gradient += pool.OutWidth;
            places += pool.OutWidth;
        }
    }

    public static void Index(Pool2d pool, TPlace* places, long* index)
    {
        for (int y = 0; y < pool.OutHeight; y++)
        {
            for (int x = 0; x < pool.OutWidth; x++)
            {
                *index++ = At(pool, y, x, int.CreateTruncating(*places++));
            }
        }
    }

    // Where a place of a window is in the plane.
    private static long At(Pool2d pool, int y, int x, int place)
    {
        (int ky, int kx) = Math.DivRem(place, pool.KernelWidth);
        long row = ((long)y * pool.StrideY) - pool.PadY + ((long)ky * pool.DilationY);
        return (row * pool.Width) + ((long)x * pool.StrideX) - pool.PadX + ((long)kx * pool.DilationX);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Value, TPlace Place) Largest(Pool2d pool, float* input, int top, int left)
    {
        (int place, float most) = (-1, float.NegativeInfinity);
        for (int ky = 0; ky < pool.KernelHeight; ky++)
        {
            int r = top + (ky * pool.DilationY);
            if ((uint)r >= (uint)pool.Height)
            {
                continue;
            }

            float* row = input + ((long)r * pool.Width);
            for (int kx = 0; kx < pool.KernelWidth; kx++)
            {
                int c = left + (kx * pool.DilationX);
                if ((uint)c < (uint)pool.Width && (place < 0 || row[c] > most || float.IsNaN(row[c])))
                {
                    (place, most) = ((ky * pool.KernelWidth) + kx, row[c]);
                }
            }
        }

        return (most, TPlace.CreateTruncating(place));
    }
}
