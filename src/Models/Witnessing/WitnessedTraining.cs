using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Witnessing;

/// <summary>A supervised training that two engines do alike: it can start from handed weights, and its losses are written down.</summary>
/// <remarks>
/// It is found where a training asks for its checkpoint, which is after its network was made and before the first update; so every trial can be
/// watched as it is. The order of the batches follows from the trial's seed and is the same under both engines.
/// </remarks>
public sealed class WitnessedTraining
{
    private const float Noise = 1f / (1 << 20); // what a sum of a thousand float32 is off by: √1000 times half a unit in the last place

    private readonly SupervisedStep _step;
    private readonly List<double> _losses = [];
    private Action _before = () => { };

    private WitnessedTraining(SupervisedStep step)
    {
        _step = step;
        step.Watch(learner => new RecordingLearner(learner, _losses, () => _before()));
    }

    /// <summary>Loss of each batch so far, each before its update.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Watches the training that asks for a checkpoint.</summary>
    /// <param name="read">What the training gave to <see cref="Checkpoints.ICheckpoints.Resume"/>.</param>
    /// <exception cref="ArgumentException">It is no supervised training of one network and one loss.</exception>
    public static WitnessedTraining Of(Action<BinaryReader> read) =>
        read.Target is TrainingState { Step: SupervisedStep step }
            ? new(step)
            : throw new ArgumentException(
                $"A training of one network with one loss can be witnessed; this one is {read.Target?.GetType().Name ?? "none"}.",
                nameof(read)
            );

    /// <summary>The network's weights, for the other engine.</summary>
    public byte[] Weights() => NetworkWeights.Of(_step.Networks)[0];

    /// <summary>Moves each weight by a millionth, up or down, before each update: shows how far rounding alone leads.</summary>
    /// <param name="rng">Says which way.</param>
    public void Perturb(Rng rng) => _before = () => Move(rng);

    /// <summary>Takes over the first weights, and with TorchSharp the dropout masks, of our engine.</summary>
    /// <param name="weights">As <see cref="Weights"/> gave them under our engine.</param>
    public void StartFrom(byte[] weights)
    {
        NetworkWeights.Restore(_step.Networks, [weights]);
#if TORCHSHARP
        HandedMasks.Into(_step.Networks[0].Module);
#endif
    }

    private void Move(Rng rng)
    {
        using IDisposable quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach (TorchSharp.Modules.Parameter weights in _step.Networks[0].Module.parameters())
        {
            float[] values = weights.data<float>().ToArray();
            float[] moved = [.. values.Select(value => value * (rng.NextDouble() < 0.5 ? 1 - Noise : 1 + Noise))];
            weights.copy_(tensor(moved, weights.shape));
        }
    }
}
