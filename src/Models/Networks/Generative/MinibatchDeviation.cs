using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>One more channel that says how much the pictures of a group differ, so that a generator of equal pictures is found out.</summary>
/// <remarks>
/// A group is picture n and those N/group, 2N/group, … after it (as in NVIDIA's public code; the papers leave it open). The deviation of each value over the group, √(variance + 1e-8), is averaged over
/// channels and pixels. Source: Karras et al. (2018), Progressive GAN, section 3. Oracle: golden/networks/stylegan_blocks.json, 'minibatch_std'.
/// </remarks>
internal static class MinibatchDeviation
{
    /// <param name="x">Shape [batch, channels, height, width].</param>
    /// <param name="group">Most pictures of a group; the batch is one group where it is smaller.</param>
    /// <returns>Shape [batch, channels + 1, height, width].</returns>
    /// <exception cref="ArgumentException">The batch does not fall into such groups.</exception>
    public static Tensor Appended(Tensor x, int group)
    {
        long batch = x.shape[0];
        long size = Math.Min(group, batch);
        if (batch % size != 0)
        {
            throw new ArgumentException(
                $"A batch of {batch} pictures does not fall into groups of {size}: take a multiple, or other groups.",
                nameof(x)
            );
        }

        Tensor groups = x.reshape(size, batch / size, -1);
        Tensor deviations = ((groups - groups.mean([0], keepdim: true)).square().mean([0]) + 1e-8f).sqrt();
        Tensor each = deviations.mean([1]).reshape(1, -1).expand(size, -1).reshape(batch, 1, 1, 1);
        return cat([x, each.expand(-1, -1, x.shape[2], x.shape[3])], 1);
    }
}
