using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>Doubling and halving of pictures with the filter [1, 3, 3, 1]/8 along both sides, channel by channel.</summary>
/// <remarks>
/// Doubling puts zeros between the pixels, filters and multiplies by 4; halving filters and takes every second pixel; outside is zero.
/// Source: Karras et al. (2020), StyleGAN2, appendix B (bilinear resampling of figure 7). Oracle: golden/networks/stylegan_blocks.json, 'fir'.
/// </remarks>
internal static class FirResampling
{
    private static readonly float[] Taps = [0.125f, 0.375f, 0.375f, 0.125f]; // exact in binary, as are their products

    /// <summary>[batch, channels, height, width] to twice the height and width.</summary>
    public static Tensor Double(Tensor x)
    {
        // A transposed convolution multiplies no zeros.
        Tensor planes = Planes(x);
        return Back(nn.functional.conv_transpose2d(planes, Filter(4), strides: [2, 2], padding: [1, 1]), x);
    }

    /// <summary>[batch, channels, height, width] to half the height and width, which are even.</summary>
    public static Tensor Half(Tensor x) => Back(nn.functional.conv2d(Planes(x), Filter(1), strides: [2, 2], padding: [1, 1]), x);

    /// <summary>The filter alone; the sides become size + 2·padding − 3.</summary>
    public static Tensor Smooth(Tensor x, int padding, double gain) =>
        Back(nn.functional.conv2d(Planes(x), Filter(gain), padding: [padding, padding]), x);

    // Each plane as a picture of its own: one filter serves all channels.
    private static Tensor Planes(Tensor x) => x.reshape(-1, 1, x.shape[2], x.shape[3]);

    private static Tensor Back(Tensor planes, Tensor x) =>
        planes.reshape(x.shape[0], x.shape[1], planes.shape[2], planes.shape[3]);

    private static Tensor Filter(double gain)
    {
        float[] products = [.. Taps.SelectMany(y => Taps.Select(x => (float)(y * x * gain)))];
        return tensor(products, [1, 1, Taps.Length, Taps.Length]);
    }
}
