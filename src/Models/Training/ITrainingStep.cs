namespace Research.Models.Training;

/// <summary>What one batch does: losses, gradients, and updates by its own optimisers.</summary>
/// <remarks>
/// A supervised network has one loss and one optimiser (<see cref="SupervisedStep"/>), a multitask network several losses, a GAN two networks with an
/// optimiser each that take turns within <see cref="Step"/>. What is random must come from TorchSharp's generator, which is seeded before each epoch.
/// </remarks>
public interface ITrainingStep
{
    /// <summary>The networks that are trained, saved in checkpoints, and put into training and evaluation mode.</summary>
    IReadOnlyList<TrainedNetwork> Networks { get; }

    IReadOnlyList<TrainedOptimizer> Optimizers { get; }

    /// <summary>Learns from some items, in training mode: one update of each optimiser that is due.</summary>
    /// <param name="batch">Items; only the epoch's last batch may be smaller.</param>
    /// <returns>
    /// Mean losses over the batch, always with the same names. A loss that is not finite ends the training: return it without an update.
    /// </returns>
    MetricValues Step(ReadOnlySpan<int> batch);

    /// <summary>Writes what the step remembers between epochs beside networks and optimisers, such as a running mean; nothing by default.</summary>
    void WriteState(BinaryWriter writer) { }

    /// <summary>Reads what <see cref="WriteState"/> wrote.</summary>
    void ReadState(BinaryReader reader) { }
}
