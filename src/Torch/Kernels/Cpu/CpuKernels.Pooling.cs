namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void MaxPool(Pool2d pool, float* input, float* output, byte* places) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                if (pool.PlaceBytes == 1)
                {
                    MaxPooling<byte>.Forward(pool, input + from, output + to, places + to);
                }
                else
                {
                    MaxPooling<int>.Forward(pool, input + from, output + to, (int*)places + to);
                }
            }
        );

    public void MaxPoolBackward(Pool2d pool, float* gradient, byte* places, float* input) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                if (pool.PlaceBytes == 1)
                {
                    MaxPooling<byte>.Backward(pool, gradient + to, places + to, input + from);
                }
                else
                {
                    MaxPooling<int>.Backward(pool, gradient + to, (int*)places + to, input + from);
                }
            }
        );

    public void MaxPoolIndex(Pool2d pool, byte* places, long* index) =>
        Planes(
            pool,
            (plane, from, to) =>
            {
                if (pool.PlaceBytes == 1)
                {
                    MaxPooling<byte>.Index(pool, places + to, index + to);
                }
                else
                {
                    MaxPooling<int>.Index(pool, (int*)places + to, index + to);
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
}
