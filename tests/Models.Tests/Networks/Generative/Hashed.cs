using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

/// <summary>The oracle's inputs: t(s, i) = 2·fmix32((uint)(i·2654435761) ^ fmix32(s))/2³² − 1, in row-major order.</summary>
internal static class Hashed
{
    public static double At(uint seed, int i) => (2 * (Mixed((uint)((ulong)i * 2654435761) ^ Mixed(seed)) / 4294967296.0)) - 1;

    public static Tensor Tensor(uint seed, params long[] shape) => Tensor(seed, 1, 0, shape);

    public static Tensor Tensor(uint seed, double scale, double shift, params long[] shape)
    {
        int count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Enumerable.Range(0, count).Select(i => (float)((At(seed, i) * scale) + shift)).ToArray(), shape);
    }

    private static uint Mixed(uint x)
    {
        x ^= x >> 16;
        x *= 0x85EBCA6B;
        x ^= x >> 13;
        x *= 0xC2B2AE35;
        return x ^ (x >> 16);
    }
}
