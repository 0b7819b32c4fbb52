using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>One resolution of the skip generator: two layers (at 4×4 a learned constant and one), and the picture so far doubled with its own added.</summary>
/// <remarks>Source: Karras et al. (2020), StyleGAN2, figure 7b. Oracle: golden/networks/stylegan_losses.json.</remarks>
internal sealed class SynthesisBlock : nn.Module
{
    private readonly Parameter? @const;
    private readonly SynthesisLayer? conv0;
    private readonly SynthesisLayer conv1;
    private readonly ToRgb torgb;

    /// <param name="ins">Channels of the block below; 0 for the first block.</param>
    /// <param name="channels">Of the picture.</param>
    public SynthesisBlock(int ins, int outs, int latent, int side, int channels, Rng rng)
        : base(nameof(SynthesisBlock))
    {
        if (ins == 0)
        {
            @const = Normals.Of(rng, outs, side, side).AsParameter();
        }
        else
        {
            conv0 = new SynthesisLayer(ins, outs, latent, side, doubles: true, rng);
        }

        conv1 = new SynthesisLayer(outs, outs, latent, side, doubles: false, rng);
        torgb = new ToRgb(outs, channels, latent, rng);
        RegisterComponents();
    }

    /// <summary>Latent vectors that its layers read, that of its picture not counted: the next block reads that one too.</summary>
    public int Layers => conv0 is null ? 1 : 2;

    /// <param name="x">From the block below; null for the first block.</param>
    /// <param name="picture">So far; null for the first block.</param>
    /// <param name="w">A latent vector, [batch, latent], for each layer, and one for the picture.</param>
    public (Tensor X, Tensor Picture) Of(Tensor? x, Tensor? picture, Tensor[] w, NoiseInput noise)
    {
        Tensor below = @const is null ? conv0!.Of(x!, w[0], noise) : @const.unsqueeze(0).expand(w[0].shape[0], -1, -1, -1);
        Tensor y = conv1.Of(below, w[Layers - 1], noise);
        Tensor own = torgb.Of(y, w[Layers]);
        return (y, picture is null ? own : FirResampling.Double(picture) + own);
    }
}
