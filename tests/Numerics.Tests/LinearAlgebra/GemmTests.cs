using Research.Numerics.LinearAlgebra;

namespace Research.Numerics.Tests.LinearAlgebra;

public class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(6, 16, 256)]
    [InlineData(7, 17, 5)]
    [InlineData(100, 530, 300)]
    [InlineData(97, 3, 513)]
    public void Floats_have_the_bits_of_fused_partial_sums_of_256(int m, int n, int k) =>
        Compare(m, n, k, x => (float)x, 256, Fused.MultiplyAdd);

    [Theory]
    [InlineData(5, 9, 3)]
    [InlineData(100, 70, 300)]
    public void Doubles_have_the_bits_of_the_triple_loop(int m, int n, int k) =>
        Compare(m, n, k, x => x, null, (a, b, sum) => sum + (a * b));

    [Fact]
    public void One_and_many_threads_give_the_same_bits()
    {
        (int m, int n, int k) = (203, 130, 77);
        float[] a = Random(m * k, "a", x => (float)x);
        float[] b = Random(k * n, "b", x => (float)x);
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = 1;
            var one = new float[m * n];
            Gemm.Accumulate<float>(m, n, k, a, b, one);
            foreach (int threads in new[] { 2, 3, 8 })
            {
                ParallelLoop.Threads = threads;
                var many = new float[m * n];
                Gemm.Accumulate<float>(m, n, k, a, b, many);
                Assert.Equal(one, many);
            }
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }

    [Fact]
    public void A_short_matrix_is_refused() =>
        Assert.Throws<ArgumentException>(() => Gemm.Accumulate<float>(2, 2, 2, new float[3], new float[4], new float[4]));

    // Partial sums from zero, added in order; or one sum from C where none are asked for.
    private static void Compare<T>(int m, int n, int k, Func<double, T> convert, int? depth, Func<T, T, T, T> add)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T[] a = Random(m * k, "a", convert);
        T[] b = Random(k * n, "b", convert);
        T[] expected = Random(m * n, "c", convert);
        T[] actual = [.. expected];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T sum = expected[(i * n) + j];
                for (int first = 0; first < k; first += depth ?? k)
                {
                    T partial = depth is null ? sum : T.Zero;
                    for (int p = first; p < Math.Min(k, first + (depth ?? k)); p++)
                    {
                        partial = add(a[(i * k) + p], b[(p * n) + j], partial);
                    }

                    sum = depth is null ? partial : sum + partial;
                }

                expected[(i * n) + j] = sum;
            }
        }

        Gemm.Accumulate<T>(m, n, k, a, b, actual);
        Assert.Equal(expected, actual);
    }

    private static T[] Random<T>(int count, string name, Func<double, T> convert)
    {
        Rng rng = Rng.For(5, name);
        return [.. Enumerable.Range(0, count).Select(_ => convert(rng.NextNormal()))];
    }
}
