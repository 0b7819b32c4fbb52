using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Changes each picture of a batch by chance: whole pixels first, then the general geometric change, then colours.</summary>
/// <remarks>
/// Every operation happens to a picture with the probability p, by itself. A picture without a general geometric change keeps its pixels exactly; the others pass the
/// wavelet filter once. Source: Karras et al. (2020), StyleGAN2-ADA, appendix B, figure 20.
/// </remarks>
internal static class Augmenter
{
    /// <param name="pictures">Shape [batch, channels, side, side]; about −1 to 1.</param>
    /// <param name="p">0 to 1; nothing changes at 0.</param>
    public static Tensor Of(Tensor pictures, AugmentationSettings settings, double p, Rng rng)
    {
        if (p <= 0)
        {
            return pictures;
        }

        (int batch, int side) = ((int)pictures.shape[0], (int)pictures.shape[3]);
        Tensor changed = pictures;
        if (settings.Blits)
        {
            changed = PixelBlits.Of(changed, Drawn(batch, () => PixelBlit.Draw(p, side, rng)));
        }

        if (settings.Geometric)
        {
            changed = Moved(changed, Drawn(batch, () => GeometricChange.Draw(p, side, rng)));
        }

        return settings.Colour ? ColourChanges.Of(changed, Drawn(batch, () => ColourChange.Draw(p, rng))) : changed;
    }

    // Only pictures that something was drawn for are resampled.
    private static Tensor Moved(Tensor pictures, Affine[] inverses)
    {
        int[] moved = [.. Enumerable.Range(0, inverses.Length).Where(i => inverses[i] != Affine.Identity)];
        if (moved.Length == 0)
        {
            return pictures;
        }

        int[] still = [.. Enumerable.Range(0, inverses.Length).Except(moved)];
        Tensor resampled = WaveletResampling.Of(Taken(pictures, moved), [.. moved.Select(i => inverses[i])]);
        if (still.Length == 0)
        {
            return resampled;
        }

        int[] places = [.. still, .. moved];
        return Taken(cat([Taken(pictures, still), resampled], 0), [.. places.Select((_, i) => Array.IndexOf(places, i))]);
    }

    private static Tensor Taken(Tensor pictures, int[] items) =>
        pictures.index_select(0, tensor(items.Select(item => (long)item).ToArray()));

    private static T[] Drawn<T>(int count, Func<T> draw)
    {
        var all = new T[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = draw();
        }

        return all;
    }
}
