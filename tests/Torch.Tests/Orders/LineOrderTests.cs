using Research.Numerics;
using Research.Torch.Kernels.Cpu;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Orders;

public class LineOrderTests
{
    public static TheoryData<int> Counts => [1, 5, 7, 8, 9, 15, 100, 511, 512, 513, 519, 1024, 1030, 4099];

    [Theory]
    [MemberData(nameof(Counts))]
    public unsafe void Sums_of_lines_go_by_lanes_and_blocks(int count)
    {
        var rng = Rng.For((ulong)count, "lines");
        (float[] x, float[] y) = (Spread(rng, count), Spread(rng, count));
        float offset = (float)rng.NextNormal();
        fixed (float* a = x)
        fixed (float* b = y)
        {
            Assert.Equal(PlainSums.Line(x), LineSums.Sum(a, count));
            Assert.Equal(
                PlainSums.Line(count, (i, lane) => Fused.MultiplyAdd(x[i], y[i] - offset, lane)),
                LineSums.Product(a, b, offset, count)
            );
            Assert.Equal(
                PlainSums.Line(count, (i, lane) => Fused.MultiplyAdd(x[i] - offset, x[i] - offset, lane)),
                LineSums.Squares(a, offset, count)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Zeros_at_the_end_of_a_line_change_no_bit(int count)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] x = Spread(Rng.For((ulong)count, "padded"), count);
        Tensor alone = tensor(x);
        Tensor padded = tensor([.. x, .. new float[13]]);
        Bits.AssertSame(alone.sum().data<float>().ToArray(), padded.sum(), "sum");
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_softmax_over_a_masked_line_has_the_bits_of_the_line_alone(int count)
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For((ulong)count, "masked");
        float[] x = Normal(rng, count);
        float[] slopes = Normal(rng, count);
        float[] masked = [.. x, .. Enumerable.Repeat(float.NegativeInfinity, 13)];
        (float[] alone, float[] gradient) = Softmax(x, slopes);
        (float[] longer, float[] padded) = Softmax(masked, [.. slopes, .. new float[13]]);
        Bits.AssertSame(alone, longer[..count], "softmax");
        Bits.AssertSame(gradient, padded[..count], "gradient");
        Assert.All(longer[count..], Zero);
        Assert.All(padded[count..], Zero);
    }

    private static void Zero(float value) => Assert.Equal(0, value);

    [Theory]
    [InlineData(3, 21, 1)]
    [InlineData(3, 700, 1)]
    [InlineData(2, 21, 5)]
    [InlineData(2, 1300, 2)]
    public void Softmax_and_its_gradient_follow_the_line_order(int outer, int size, int inner)
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For((ulong)size, "softmax");
        Tensor x = Draws.Of(rng, outer, size, inner);
        Tensor slopes = Draws.Of(rng, outer, size, inner);
        foreach (bool logarithm in new[] { false, true })
        {
            using Tensor input = x.clone();
            input.requires_grad = true;
            Tensor output = logarithm ? input.log_softmax(1) : input.softmax(1);
            output.backward([slopes]);
            (float[] xs, float[] gs) = (x.data<float>().ToArray(), slopes.data<float>().ToArray());
            (float[] expected, float[] gradient) = (new float[xs.Length], new float[xs.Length]);
            for (int line = 0; line < outer * inner; line++)
            {
                int first = (line / inner * size * inner) + (line % inner);
                int[] at = [.. Enumerable.Range(0, size).Select(j => first + (j * inner))];
                (float[] y, float[] dx) = PlainSoftmax.Of(logarithm, [.. at.Select(i => xs[i])], [.. at.Select(i => gs[i])]);
                for (int j = 0; j < size; j++)
                {
                    (expected[at[j]], gradient[at[j]]) = (y[j], dx[j]);
                }
            }

            Bits.AssertSame(expected, output, $"softmax, logarithm {logarithm}");
            Bits.AssertSame(gradient, input.grad!, $"gradient, logarithm {logarithm}");
        }
    }

    private static (float[] Output, float[] Gradient) Softmax(float[] x, float[] slopes)
    {
        Tensor input = tensor(x, requires_grad: true);
        Tensor output = input.softmax(0);
        output.backward([tensor(slopes)]);
        return (output.data<float>().ToArray(), input.grad!.data<float>().ToArray());
    }

    private static float[] Normal(Rng rng, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)rng.NextNormal())];

    // Of many magnitudes, so that another order has other bits.
    private static float[] Spread(Rng rng, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)Math.ScaleB(rng.NextNormal(), rng.NextInt(30)))];
}
