using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>General geometric changes without aliasing: mirrored edges, doubled by the sym6 wavelet filter, bilinear, halved by the same filter.</summary>
/// <remarks>
/// Source: Karras et al. (2020), StyleGAN2-ADA, appendix B; Daubechies (1992), table 6.3. Differentiable any number of times with respect to the pictures.
/// Oracle: golden/networks/stylegan_ada.json, 'geometric'.
/// </remarks>
internal static class WaveletResampling
{
    // The least asymmetric orthogonal filter with six vanishing moments; used with sum 1.
    private static readonly double[] Sym6 =
    [
        0.015404109327,
        0.00349071208422,
        -0.117990111149,
        -0.0483117425857,
        0.491055941928,
        0.787641141029,
        0.337929421728,
        -0.0726375227864,
        -0.0210602925124,
        0.0447249017708,
        0.00176771186425,
        -0.00780070832503,
    ];

    private const int Reach = 6; // half the filter: pixels around the picture that it needs

    /// <param name="pictures">Shape [batch, channels, side, side].</param>
    /// <param name="inverses">Where each picture's output pixels come from.</param>
    public static Tensor Of(Tensor pictures, IReadOnlyList<Affine> inverses)
    {
        int side = (int)pictures.shape[3];
        var margins = Margins.Around(inverses, side, Reach);
        Tensor wide = Filtered(margins.Reflected(pictures), halves: false);
        Affine[] maps = [.. inverses.Select(inverse => OnDoubled(margins.Centred(inverse)))];
        Tensor sampled = BilinearSampling.Of(wide, maps, 2 * (side + Reach));
        return Filtered(sampled.narrow(2, 1, sampled.shape[2] - 2).narrow(3, 1, sampled.shape[3] - 2), halves: true);
    }

    // On a grid twice as fine, whose filter moved everything by half a fine pixel.
    private static Affine OnDoubled(Affine inverse)
    {
        Affine fine = Affine.Scale(2, 2) * inverse * Affine.Scale(0.5, 0.5);
        return Affine.Translation(-0.5, -0.5) * fine * Affine.Translation(0.5, 0.5);
    }

    // Along the columns, then along the rows.
    private static Tensor Filtered(Tensor x, bool halves)
    {
        Tensor planes = x.reshape(-1, 1, x.shape[2], x.shape[3]);
        double sum = OrderedSum.Of(Sym6);
        float[] taps = [.. Sym6.Select(tap => (float)(tap / sum * (halves ? 1 : 2)))];
        int padding = Reach - 1;
        foreach (bool rows in new[] { false, true })
        {
            Tensor filter = rows ? tensor(taps, [1, 1, 1, taps.Length]) : tensor(taps, [1, 1, taps.Length, 1]);
            long[] strides = rows ? [1, 2] : [2, 1];
            planes = halves
                ? nn.functional.conv2d(planes, filter, strides: strides)
                : nn.functional.conv_transpose2d(planes, filter, strides: strides, padding: rows ? [0, padding] : [padding, 0]);
        }

        return planes.reshape(x.shape[0], x.shape[1], planes.shape[2], planes.shape[3]);
    }
}
