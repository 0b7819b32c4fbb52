namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void MaxPool(Pool2d pool, float* input, float* output, long* index) =>
        Planes(pool, (plane, from, to) => MaxPlane(pool, input + from, output + to, index + to));

    public void MaxPoolBackward(Pool2d pool, float* gradient, long* index, float* input) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                new Span<float>(input + from, pool.Height * pool.Width).Clear();
                for (long i = to; i < to + ((long)pool.OutHeight * pool.OutWidth); i++)
                {
                    input[from + index[i]] += gradient[i];
                }
            }
        );

    public void AveragePool(Pool2d pool, float* input, float* output) =>
        Windows(
            pool,
            (from, to, y, x) =>
            {
                (int y0, int y1, int x0, int x1, long divisor) = Window(pool, y, x);
                double sum = 0;
                for (int r = y0; r < y1; r++)
                {
                    for (int c = x0; c < x1; c++)
                    {
                        sum += input[from + ((long)r * pool.Width) + c];
                    }
                }

                output[to] = (float)(sum / divisor);
            }
        );

    public void AveragePoolBackward(Pool2d pool, float* gradient, float* input) =>
        Spread(pool, gradient, input, (y, x) => Window(pool, y, x));

    public void AdaptiveAveragePool(Pool2d pool, float* input, float* output) =>
        Windows(
            pool,
            (from, to, y, x) =>
            {
                (int y0, int y1, int x0, int x1, long divisor) = AdaptiveWindow(pool, y, x);
                double sum = 0;
                for (int r = y0; r < y1; r++)
                {
                    sum += LineSums.Sum(input + from + ((long)r * pool.Width) + x0, x1 - x0);
                }

                output[to] = (float)(sum / divisor);
            }
        );

    public void AdaptiveAveragePoolBackward(Pool2d pool, float* gradient, float* input) =>
        Spread(pool, gradient, input, (y, x) => AdaptiveWindow(pool, y, x));

    private static void Planes(Pool2d pool, Action<int, long, long> body) =>
        Loops.Items(
            pool.Planes,
            (long)pool.Height * pool.Width,
            plane => body(plane, (long)plane * pool.Height * pool.Width, (long)plane * pool.OutHeight * pool.OutWidth)
        );

    private static void Windows(Pool2d pool, Action<long, long, int, int> body) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                for (int y = 0; y < pool.OutHeight; y++)
                {
                    for (int x = 0; x < pool.OutWidth; x++)
                    {
                        body(from, to++, y, x);
                    }
                }
            }
        );

    private static void Spread(Pool2d pool, float* gradient, float* input, Func<int, int, (int, int, int, int, long)> window) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                new Span<float>(input + from, pool.Height * pool.Width).Clear();
                for (int y = 0; y < pool.OutHeight; y++)
                {
                    for (int x = 0; x < pool.OutWidth; x++)
                    {
                        (int y0, int y1, int x0, int x1, long divisor) = window(y, x);
                        float share = gradient[to++] / divisor;
                        for (int r = y0; r < y1; r++)
                        {
                            for (int c = x0; c < x1; c++)
                            {
                                input[from + ((long)r * pool.Width) + c] += share;
                            }
                        }
                    }
                }
            }
        );

    private static (int Y0, int Y1, int X0, int X1, long Divisor) Window(Pool2d pool, int y, int x)
    {
        (int top, int left) = ((y * pool.StrideY) - pool.PadY, (x * pool.StrideX) - pool.PadX);
        int bottom = Math.Min(top + pool.KernelHeight, pool.Height + pool.PadY);
        int right = Math.Min(left + pool.KernelWidth, pool.Width + pool.PadX);
        long padded = (long)(bottom - top) * (right - left);
        (int y0, int y1) = (Math.Max(top, 0), Math.Min(bottom, pool.Height));
        (int x0, int x1) = (Math.Max(left, 0), Math.Min(right, pool.Width));
        long divisor =
            pool.Divisor != 0 ? pool.Divisor
            : pool.CountIncludePad ? padded
            : (long)(y1 - y0) * (x1 - x0);
        return (y0, y1, x0, x1, divisor);
    }

    // PyTorch's windows: from ⌊i·n/m⌋ to ⌈(i+1)·n/m⌉.
    private static (int Y0, int Y1, int X0, int X1, long Divisor) AdaptiveWindow(Pool2d pool, int y, int x)
    {
        int y0 = y * pool.Height / pool.OutHeight;
        int y1 = (((y + 1) * pool.Height) + pool.OutHeight - 1) / pool.OutHeight;
        int x0 = x * pool.Width / pool.OutWidth;
        int x1 = (((x + 1) * pool.Width) + pool.OutWidth - 1) / pool.OutWidth;
        return (y0, y1, x0, x1, (long)(y1 - y0) * (x1 - x0));
    }

    private static void MaxPlane(Pool2d pool, float* input, float* output, long* index)
    {
        for (int y = 0; y < pool.OutHeight; y++)
        {
            int top = (y * pool.StrideY) - pool.PadY;
            for (int x = 0; x < pool.OutWidth; x++)
            {
                int left = (x * pool.StrideX) - pool.PadX;
                *index = Largest(pool, input, top, left);
                *output++ = input[*index++];
            }
        }
    }

    private static long Largest(Pool2d pool, float* input, int top, int left)
    {
        (long best, float most) = (-1, float.NegativeInfinity);
        for (int ky = 0; ky < pool.KernelHeight; ky++)
        {
            int r = top + (ky * pool.DilationY);
            if ((uint)r >= (uint)pool.Height)
            {
                continue;
            }

            for (int kx = 0; kx < pool.KernelWidth; kx++)
            {
                int c = left + (kx * pool.DilationX);
                if ((uint)c >= (uint)pool.Width)
                {
                    continue;
                }

                long at = ((long)r * pool.Width) + c;
                float value = input[at];
                if (best < 0 || value > most || float.IsNaN(value))
                {
                    (best, most) = (at, value);
                }
            }
        }

        return best;
    }
}
