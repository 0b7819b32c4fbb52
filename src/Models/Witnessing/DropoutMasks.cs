using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Witnessing;

/// <summary>The dropout masks that our engine draws, drawn again, so that another engine can be handed them.</summary>
/// <remarks>
/// A training seeds the default generator before each epoch and draws nothing but masks from it. Ours then gives Rng.For(seed, "torch"), one number an
/// element in the tensor's order; the seed is asked of the engine at hand, so that a new epoch begins its own stream.
/// </remarks>
internal sealed class DropoutMasks
{
    private const string Stream = "torch";

    private long _seed;
    private Rng? _rng;

    /// <summary>The next mask: 0 with that probability, else 1/(1 − probability).</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    public float[] Next(long count, double probability)
    {
        if (_rng is null || _seed != initial_seed())
        {
            _seed = initial_seed();
            _rng = Rng.For((ulong)_seed, Stream);
        }

        var mask = new float[count];
        float kept = (float)(1 / (1 - probability));
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = _rng.NextDouble() < 1 - probability ? kept : 0;
        }

        return mask;
    }
}
