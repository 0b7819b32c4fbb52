using Research.Numerics;

namespace Research.Torch.Tests.Kernels;

public class ProductTests
{
    private static readonly int[] Edges = [1, 2, 3, 5, 8, 15, 16, 17, 31, 33, 64, 100];

    [Fact]
    public void Products_of_all_shapes_have_the_bits_of_three_loops()
    {
        var rng = Rng.For(1, "products");
        for (int round = 0; round < 120; round++)
        {
            (int m, int k, int n) = (Edges[rng.NextInt(12)], Edges[rng.NextInt(12)], Edges[rng.NextInt(12)]);
            Check(rng, 1, m, k, n);
        }
    }

    [Theory]
    [InlineData(1, 200, 700, 90)]
    [InlineData(1, 700, 33, 7)]
    [InlineData(1, 1, 2000, 300)]
    [InlineData(1, 300, 2000, 1)]
    [InlineData(5, 37, 41, 19)]
    [InlineData(64, 3, 4, 5)]
    public void So_have_deep_narrow_and_batched_ones(int batch, int m, int k, int n) =>
        Check(Rng.For(2, "products"), batch, m, k, n);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_side_that_is_read_turned_gives_the_same_bits(bool turnA, bool turnB)
    {
        var rng = Rng.For(3, "products");
        for (int round = 0; round < 40; round++)
        {
            using DisposeScope scope = NewDisposeScope();
            (int m, int k, int n) = (Edges[rng.NextInt(12)], Edges[rng.NextInt(12)], Edges[rng.NextInt(12)]);
            (Tensor a, Tensor b) = (Draws.Of(rng, 2, m, k), Draws.Of(rng, 2, k, n));
            Tensor turned = Tensor.Product(turnA ? a.mT : a, turnA, turnB ? b.mT : b, turnB);
            Assert.Equal(Values(a.matmul(b)), Values(turned));
        }
    }

    [Fact]
    public void A_linear_layer_adds_its_sums_to_the_bias()
    {
        using DisposeScope scope = NewDisposeScope();
        var rng = Rng.For(4, "products");
        (Tensor x, Tensor w, Tensor b) = (Draws.Of(rng, 9, 21), Draws.Of(rng, 13, 21), Draws.Of(rng, 13));
        float[] expected = Loops(9, 21, 13, x, w.t(), b.expand(9, 13));
        Assert.Equal(expected, nn.functional.linear(x, w, b).data<float>().ToArray());
    }

    [Fact]
    public void Products_without_depth_or_size_are_zero_or_empty()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([0f, 0, 0, 0], zeros([2, 0]).matmul(zeros([0, 2])).data<float>().ToArray());
        Assert.Equal([0L, 3], zeros([0, 2]).matmul(zeros(2, 3)).shape);
    }

    [Fact]
    public void Infinities_and_nan_come_through()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = tensor([float.PositiveInfinity, 0, 1, float.NaN], [2, 2]);
        float[] product = a.matmul(eye(2)).data<float>().ToArray();
        Assert.Equal([float.NaN, float.NaN], [product[1], product[3]]); // infinity times zero
        Assert.Equal(float.PositiveInfinity, product[0]);
    }

    private static void Check(Rng rng, int batch, int m, int k, int n)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor a, Tensor b) = (Draws.Of(rng, batch, m, k), Draws.Of(rng, batch, k, n));
        float[] product = a.matmul(b).data<float>().ToArray();
        for (int i = 0; i < batch; i++)
        {
            float[] expected = Loops(m, k, n, a[i], b[i], zeros(m, n));
            Assert.True(expected.AsSpan().SequenceEqual(product.AsSpan(i * m * n, m * n)), $"{batch}x{m}x{k}x{n}");
        }
    }

    // The order: partial sums of 256 products, fused, from zero, in ascending depth; then the partial sums in order.
    private static float[] Loops(int m, int k, int n, Tensor a, Tensor b, Tensor start)
    {
        (float[] left, float[] right, float[] sums) = (Values(a), Values(b), Values(start));
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = sums[(i * n) + j];
                for (int first = 0; first < k; first += 256)
                {
                    float partial = 0;
                    for (int p = first; p < Math.Min(first + 256, k); p++)
                    {
                        partial = Fused.MultiplyAdd(left[(i * k) + p], right[(p * n) + j], partial);
                    }

                    sum += partial;
                }

                sums[(i * n) + j] = sum;
            }
        }

        return sums;
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
