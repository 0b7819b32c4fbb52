using Research.Numerics;
using Research.Torch.Functions;
using Research.Torch.Kernels;
using static TorchSharp.torch.nn.functional;

namespace Research.Torch.Tests.Kernels;

public class PoolingTests
{
    private const int Rounds = 200;

    [Fact]
    public void Random_maxima_their_places_and_gradients_are_what_loops_find()
    {
        var rng = Rng.For(1, "pooling");
        for (int round = 0; round < Rounds; round++)
        {
            using DisposeScope scope = NewDisposeScope();
            Pool2d pool = Draw(rng, dilated: true, out long[] shape, out bool ceil);
            Tensor input = randint(-3, 4, shape).to_type(ScalarType.Float32); // with ties
            input.requires_grad = true;
            (long[] kernel, long[] stride, long[] pad, long[] dilation) = Sides(pool);
            (Tensor output, Tensor index) = max_pool2d_with_indices(input, kernel, stride, pad, dilation, ceil);
            Tensor gradient = Draws.Of(rng, output.shape);
            output.backward([gradient]);

            float[] values = input.data<float>().ToArray();
            var expected = new double[output.numel()];
            var slopes = new double[values.Length];
            for (int i = 0; i < expected.Length; i++)
            {
                int best = Window(pool, i).Aggregate((first, next) => values[next] > values[first] ? next : first);
                expected[i] = values[best];
                slopes[best] += gradient.data<float>()[i];
                Assert.Equal(best % (pool.Height * pool.Width), index.data<long>()[i]);
            }

            Draws.AssertClose(expected, output, 0, pool.ToString());
            Draws.AssertClose(slopes, input.grad!, 1e-6, $"gradient of {pool}");
        }
    }

    [Fact]
    public void Random_means_and_gradients_are_what_loops_compute()
    {
        var rng = Rng.For(2, "pooling");
        for (int round = 0; round < Rounds; round++)
        {
            using DisposeScope scope = NewDisposeScope();
            Pool2d pool = Draw(rng, dilated: false, out long[] shape, out bool ceil) with
            {
                CountIncludePad = rng.NextInt(2) == 0,
                Divisor = rng.NextInt(4) == 0 ? 3 : 0,
            };
            Tensor input = Draws.Of(rng, shape);
            input.requires_grad = true;
            (long[] kernel, long[] stride, long[] pad, _) = Sides(pool);
            long? divisor = pool.Divisor == 0 ? null : pool.Divisor;
            Tensor output = avg_pool2d(input, kernel, stride, pad, ceil, pool.CountIncludePad, divisor);
            Tensor gradient = Draws.Of(rng, output.shape);
            output.backward([gradient]);

            float[] values = input.data<float>().ToArray();
            var expected = new double[output.numel()];
            var slopes = new double[values.Length];
            for (int i = 0; i < expected.Length; i++)
            {
                int[] window = [.. Window(pool, i)];
                double count = Divisor(pool, i, window.Length);
                expected[i] = window.Select(place => (double)values[place]).Sum() / count;
                Array.ForEach(window, place => slopes[place] += gradient.data<float>()[i] / count);
            }

            Draws.AssertClose(expected, output, 1e-6, pool.ToString());
            Draws.AssertClose(slopes, input.grad!, 1e-6, $"gradient of {pool}");
        }
    }

    [Fact]
    public void Random_adaptive_means_and_gradients_are_what_loops_compute()
    {
        var rng = Rng.For(3, "pooling");
        for (int round = 0; round < Rounds; round++)
        {
            using DisposeScope scope = NewDisposeScope();
            (int height, int width) = (rng.Between(1, 9), rng.Between(1, 9));
            (int rows, int columns) = (rng.Between(1, 9), rng.Between(1, 9));
            Tensor input = Draws.Of(rng, 2, height, width);
            input.requires_grad = true;
            Tensor output = adaptive_avg_pool2d(input, [rows, columns]);
            Tensor gradient = Draws.Of(rng, 2, rows, columns);
            output.backward([gradient]);

            float[] values = input.data<float>().ToArray();
            var expected = new double[output.numel()];
            var slopes = new double[values.Length];
            for (int i = 0; i < expected.Length; i++)
            {
                (int plane, int r, int c) = (i / rows / columns, i / columns % rows, i % columns);
                (int top, int bottom) = (r * height / rows, (((r + 1) * height) + rows - 1) / rows);
                (int left, int right) = (c * width / columns, (((c + 1) * width) + columns - 1) / columns);
                int[] window =
                [
                    .. from y in Enumerable.Range(top, bottom - top)
                    from x in Enumerable.Range(left, right - left)
                    select (((plane * height) + y) * width) + x,
                ];
                expected[i] = window.Average(place => (double)values[place]);
                Array.ForEach(window, place => slopes[place] += gradient.data<float>()[i] / (double)window.Length);
            }

            Draws.AssertClose(expected, output, 1e-6, $"{height}x{width} to {rows}x{columns}");
            Draws.AssertClose(slopes, input.grad!, 1e-6, $"gradient of {height}x{width} to {rows}x{columns}");
        }
    }

    [Fact]
    public void The_largest_of_nan_is_nan()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([1, float.NaN, 3, 2, 5, 6, 7, 8], [1, 2, 4]);
        Assert.Equal([float.NaN, 8], max_pool2d(x, [2, 2]).data<float>().ToArray());
    }

    [Fact]
    public void A_dilated_window_that_steps_over_the_input_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        string message = Assert
            .Throws<ArgumentException>(() => max_pool2d(ones([1, 1, 3]), [2, 1], [1, 1], [1, 0], [2, 1]))
            .Message;
        Assert.Contains("padding", message, StringComparison.Ordinal);
    }

    private static Pool2d Draw(Rng rng, bool dilated, out long[] shape, out bool ceil)
    {
        while (true)
        {
            shape = [rng.Between(1, 3), rng.Between(1, 12), rng.Between(1, 20)];
            long[] kernel = [rng.Between(1, 4), rng.Between(1, 4)];
            long[] padding = [rng.Between(0, (int)kernel[0] / 2), rng.Between(0, (int)kernel[1] / 2)];
            long[] dilation = dilated ? [rng.Between(1, 2), rng.Between(1, 2)] : [1, 1];
            long[] stride = [rng.Between(1, 3), rng.Between(1, 3)];
            ceil = rng.NextInt(2) == 0;
            if (
                shape[1] + (2 * padding[0]) <= dilation[0] * (kernel[0] - 1)
                || shape[2] + (2 * padding[1]) <= dilation[1] * (kernel[1] - 1)
            )
            {
                continue;
            }

            Pool2d pool = Pools.Shape("test", shape, kernel, stride, padding, dilation, ceil);
            if (Enumerable.Range(0, pool.OutHeight * pool.OutWidth).All(place => Window(pool, place).Any()))
            {
                return pool;
            }
        }
    }

    private static (long[] Kernel, long[] Stride, long[] Padding, long[] Dilation) Sides(Pool2d pool) =>
        (
            [pool.KernelHeight, pool.KernelWidth],
            [pool.StrideY, pool.StrideX],
            [pool.PadY, pool.PadX],
            [pool.DilationY, pool.DilationX]
        );

    // The places under the window of an output, row by row.
    private static IEnumerable<int> Window(Pool2d pool, int place)
    {
        (int x, int y) = (place % pool.OutWidth, place / pool.OutWidth % pool.OutHeight);
        int plane = place / pool.OutWidth / pool.OutHeight;
        for (int ky = 0; ky < pool.KernelHeight; ky++)
        {
            for (int kx = 0; kx < pool.KernelWidth; kx++)
            {
                int row = (y * pool.StrideY) - pool.PadY + (ky * pool.DilationY);
                int column = (x * pool.StrideX) - pool.PadX + (kx * pool.DilationX);
                if (row >= 0 && row < pool.Height && column >= 0 && column < pool.Width)
                {
                    yield return (((plane * pool.Height) + row) * pool.Width) + column;
                }
            }
        }
    }

    // Padded places count if asked for, but not what a last window has beyond the padding.
    private static double Divisor(Pool2d pool, int place, int inside)
    {
        if (pool.Divisor != 0 || !pool.CountIncludePad)
        {
            return pool.Divisor != 0 ? pool.Divisor : inside;
        }

        (int x, int y) = (place % pool.OutWidth, place / pool.OutWidth % pool.OutHeight);
        return Side(y, pool.StrideY, pool.PadY, pool.KernelHeight, pool.Height)
            * Side(x, pool.StrideX, pool.PadX, pool.KernelWidth, pool.Width);
        static double Side(int at, int stride, int pad, int kernel, int size)
        {
            int start = (at * stride) - pad;
            return Math.Min(start + kernel, size + pad) - start;
        }
    }
}
