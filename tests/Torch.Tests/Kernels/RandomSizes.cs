using Research.Numerics;

namespace Research.Torch.Tests.Kernels;

/// <summary>Sizes of shapes, drawn.</summary>
internal static class RandomSizes
{
    /// <summary>A whole number from low to high, both included.</summary>
    public static int Between(this Rng rng, int low, int high) => low + rng.NextInt(high - low + 1);
}
