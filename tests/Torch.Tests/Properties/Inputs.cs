using Research.Numerics;

namespace Research.Torch.Tests.Properties;

/// <summary>Inputs for gradient checks: multiples of 1/64 of moderate size, the same each time.</summary>
internal static class Inputs
{
    /// <summary>Between −1.5 and 1.5.</summary>
    public static Tensor Normal(params long[] shape) => Draw(shape, rng => rng.NextDouble(-1.5, 1.5));

    /// <summary>Between 0.5 and 2.</summary>
    public static Tensor Positive(params long[] shape) => Draw(shape, rng => rng.NextDouble(0.5, 2));

    /// <summary>At least 0.25 away from zero.</summary>
    public static Tensor AwayFromZero(params long[] shape) =>
        Draw(shape, rng => rng.NextDouble(0.25, 1.5) * (rng.NextInt(2) == 0 ? -1 : 1));

    /// <summary>All different, at least 1/8 apart, so that no step changes which is largest.</summary>
    public static Tensor Apart(params long[] shape)
    {
        int count = (int)shape.Aggregate(1L, (product, size) => product * size);
        int[] order = Rng.For(3, "apart").Permutation(count);
        return tensor(order.Select(place => (place - (count / 2f)) / 8).ToArray(), shape);
    }

    /// <summary>Between 0.15 and 0.85.</summary>
    public static Tensor Probabilities(params long[] shape) => Draw(shape, rng => rng.NextDouble(0.15, 0.85));

    private static Tensor Draw(long[] shape, Func<Rng, double> next)
    {
        long count = shape.Aggregate(1L, (product, size) => product * size);
        var rng = Rng.For((ulong)count, "inputs of gradient checks");
        return tensor(Enumerable.Range(0, (int)count).Select(_ => (float)Math.Round(next(rng) * 64) / 64).ToArray(), shape);
    }
}
