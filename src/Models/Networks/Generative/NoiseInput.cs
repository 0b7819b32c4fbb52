using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>What the generator's layers add to every channel, times a learned strength: nothing, the layer's own fixed picture, or new numbers.</summary>
public sealed class NoiseInput
{
    private readonly Func<Tensor, long, Tensor?> _of;

    private NoiseInput(Func<Tensor, long, Tensor?> of) => _of = of;

    public static NoiseInput None { get; } = new((_, _) => null);

    /// <summary>The picture that each layer was made with: the same latent vector gives the same picture.</summary>
    public static NoiseInput Constant { get; } = new((own, _) => own);

    /// <summary>Standard normal numbers, new for each picture and layer, in the order of the layers.</summary>
    public static NoiseInput Drawn(Rng rng) => new((own, batch) => Normals.Of(rng, batch, 1, own.shape[0], own.shape[1]));

    /// <param name="own">The layer's picture, shape [side, side].</param>
    /// <returns>Shape [side, side] or [batch, 1, side, side], or null.</returns>
    internal Tensor? Of(Tensor own, long batch) => _of(own, batch);
}
