using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>Pictures from a trained generator, each with a latent vector of its own and the layers' fixed noise.</summary>
public static class GeneratedPictures
{
    private const int AtOnce = 8;

    /// <param name="psi">Truncation: 1 for none.</param>
    /// <param name="seed">Of the latent vectors; picture k is the same however many are asked for.</param>
    /// <returns>One array a picture: channel by channel, row by row, cut to −1 … 1.</returns>
    public static IReadOnlyList<float[]> Of(StyleGanGenerator generator, int count, double psi, ulong seed)
    {
        using IDisposable quiet = no_grad();
        var rng = Rng.For(seed, "gan/generated");
        var pictures = new List<float[]>(count);
        while (pictures.Count < count)
        {
            using var scope = NewDisposeScope();
            int batch = Math.Min(AtOnce, count - pictures.Count);
            Tensor made = generator.Of(Normals.Of(rng, batch, generator.Settings.Latent), psi, NoiseInput.Constant).clamp(-1, 1);
            pictures.AddRange(made.data<float>().ToArray().Chunk((int)(made.numel() / batch)));
        }

        return pictures;
    }
}
