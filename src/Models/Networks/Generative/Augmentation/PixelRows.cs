using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>A batch of pictures as one row a pixel, which can be picked whole.</summary>
internal static class PixelRows
{
    /// <summary>[batch, channels, height, width] to [batch·height·width, channels].</summary>
    public static Tensor Of(Tensor pictures) => pictures.permute(0, 2, 3, 1).reshape(-1, pictures.shape[1]);

    /// <summary>Back again.</summary>
    /// <param name="shape">[batch, channels, height, width].</param>
    public static Tensor Pictures(Tensor rows, long[] shape) =>
        rows.reshape(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2);
}
