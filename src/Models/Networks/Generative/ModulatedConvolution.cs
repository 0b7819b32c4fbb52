using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>A convolution whose filters each picture's style scales channel by channel, and whose outputs are brought back to variance 1.</summary>
/// <remarks>
/// <para>
/// w′ᵢⱼₖ = sᵢ·wᵢⱼₖ; demodulated w″ = w′/√(Σᵢₖ w′² + 1e-8). Source: Karras et al. (2020), StyleGAN2, equations 1-3. Scaling the input by s and the output by the
/// demodulation is the same sum, and lets the whole batch share one product; the paper's grouped convolution has a product a picture. A test holds both together.
/// </para>
/// <para>
/// Doubling is a transposed convolution, which reaches one pixel beyond the picture, then the FIR filter; its kernel is applied turned round, as in NVIDIA's public code, so
/// that their weights fit. Oracle: golden/networks/stylegan_blocks.json, 'modulated_conv'.
/// </para>
/// </remarks>
internal static class ModulatedConvolution
{
    private const float Least = 1e-8f;

    /// <param name="x">Shape [batch, ins, height, width].</param>
    /// <param name="weight">Shape [outs, ins, k, k], k odd.</param>
    /// <param name="styles">Shape [batch, ins].</param>
    /// <param name="doubles">Whether the sides are doubled.</param>
    public static Tensor Of(Tensor x, Tensor weight, Tensor styles, bool doubles)
    {
        Tensor scaled = x * styles.reshape(styles.shape[0], -1, 1, 1);
        long padding = weight.shape[2] / 2;
        return doubles
            ? FirResampling.Smooth(nn.functional.conv_transpose2d(scaled, weight.transpose(0, 1), strides: [2, 2]), 1, 4)
            : nn.functional.conv2d(scaled, weight, padding: [padding, padding]);
    }

    /// <summary>1/√(Σ w′² + 1e-8) for each picture and output, shape [batch, outs].</summary>
    public static Tensor Demodulation(Tensor weight, Tensor styles)
    {
        Tensor energies = weight.square().sum([2, 3]); // of each pair of channels
        return (styles.square().matmul(energies.transpose(0, 1)) + Least).rsqrt();
    }
}
