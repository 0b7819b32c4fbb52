using System.Globalization;
using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Benchmarks;

/// <summary>Matrix products in floats.</summary>
internal static class GemmBenchmark
{
    private const int Size = 960;

    public static void Run()
    {
        Rng rng = Rng.For(1, "gemm");
        float[] a = [.. Enumerable.Range(0, Size * Size).Select(_ => (float)rng.NextNormal())];
        var c = new float[Size * Size];
        foreach (int threads in new[] { 1, 2 })
        {
            double seconds = Measure.Best(
                $"{Size}³ product in floats",
                threads,
                () => Gemm.Accumulate<float>(Size, Size, Size, a, a, c)
            );
            double rate = 2.0 * Size * Size * Size / seconds / 1e9;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:F0} GFLOP/s"));
        }
    }
}
