using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>Applies a blit to each picture of a batch.</summary>
internal static class PixelBlits
{
    /// <param name="pictures">Shape [batch, channels, side, side].</param>
    public static Tensor Of(Tensor pictures, IReadOnlyList<PixelBlit> blits)
    {
        if (blits.All(blit => blit == default))
        {
            return pictures;
        }

        (int side, int pixels) = ((int)pictures.shape[3], (int)(pictures.shape[2] * pictures.shape[3]));
        var sources = new long[blits.Count * pixels];
        for (int i = 0; i < sources.Length; i++)
        {
            (int picture, int pixel) = (i / pixels, i % pixels);
            sources[i] = (picture * (long)pixels) + blits[picture].Source(pixel / side, pixel % side, side);
        }

        return PixelRows.Pictures(PixelRows.Of(pictures).index_select(0, tensor(sources)), pictures.shape);
    }
}
