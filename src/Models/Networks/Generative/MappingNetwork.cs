using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>From normal latent vectors z to those that the layers read, w; keeps the mean of w, towards which truncation draws.</summary>
/// <remarks>
/// z/√(mean z² + 1e-8), then rectified layers whose learning rate is a hundredth. Truncation: w̄ + ψ(w − w̄). Source: Karras et al. (2019), StyleGAN, sections 2 and B;
/// the moving mean as in NVIDIA's public code (decay 0.995 a batch). Oracle: golden/networks/stylegan_blocks.json, 'mapping'.
/// </remarks>
internal sealed class MappingNetwork : nn.Module
{
    private const double Multiplier = 0.01;
    private const double MeanDecay = 0.995;

    private readonly Tensor w_avg;
    private readonly EqualisedLinear[] _layers;

    public MappingNetwork(int latent, int layers, Rng rng)
        : base(nameof(MappingNetwork))
    {
        w_avg = zeros(latent);
        _layers =
        [
            .. Enumerable
                .Range(0, layers)
                .Select(_ => new EqualisedLinear(latent, latent, activated: true, Multiplier, firstBias: 0, rng)),
        ];
        RegisterComponents();
        foreach ((int k, EqualisedLinear layer) in _layers.Index())
        {
            register_module(FormattableString.Invariant($"fc{k}"), layer);
        }
    }

    /// <summary>[batch, latent] to [batch, latent].</summary>
    public Tensor Of(Tensor z)
    {
        Tensor x = z * (z.square().mean([1], keepdim: true) + 1e-8f).rsqrt();
        return _layers.Aggregate(x, (own, layer) => layer.Of(own));
    }

    /// <summary>Moves the mean a little towards that of these vectors.</summary>
    public void Follow(Tensor w)
    {
        using IDisposable quiet = no_grad();
        Tensor mean = w.mean([0]);
        w_avg.copy_(mean + ((w_avg - mean) * MeanDecay));
    }

    /// <param name="psi">1 changes nothing, 0 gives the mean.</param>
    public Tensor Truncated(Tensor w, double psi) => psi == 1 ? w : w_avg + ((w - w_avg) * psi);
}
