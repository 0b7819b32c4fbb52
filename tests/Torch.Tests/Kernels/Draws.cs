using Research.Numerics;

namespace Research.Torch.Tests.Kernels;

/// <summary>Seeded inputs of the kernels' tests.</summary>
internal static class Draws
{
    public static Tensor Of(Rng rng, params long[] shape)
    {
        long count = shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Enumerable.Range(0, (int)count).Select(_ => (float)rng.NextNormal()).ToArray(), shape);
    }

    /// <summary>|ours − theirs| ≤ tolerance · max(1, largest magnitude).</summary>
    public static void AssertClose(double[] theirs, Tensor ours, double tolerance, string what)
    {
        float[] found = ours.data<float>().ToArray();
        Assert.Equal(theirs.Length, found.Length);
        double bound = tolerance * theirs.Select(Math.Abs).Append(1).Max();
        for (int i = 0; i < theirs.Length; i++)
        {
            Assert.True(Math.Abs(theirs[i] - found[i]) <= bound, $"{what}, element {i}: {found[i]:R}, by loops {theirs[i]:R}");
        }
    }
}
