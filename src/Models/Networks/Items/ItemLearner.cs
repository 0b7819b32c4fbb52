using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A network, its items and what they are learned for, as the training loop needs them.</summary>
/// <param name="network">The caller disposes of it.</param>
public sealed class ItemLearner(IItemNetwork network, IItemLoss loss) : ILearner
{
    public nn.Module Network { get; } = loss.Module is { } learned ? new Both(network.Module, learned) : network.Module;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        (Tensor outputs, int[] order) = network.Learn(items);
        return loss.Of(outputs, order);
    }

    /// <summary>Outputs of each item, in the items' order.</summary>
    public float[][] Outputs(IReadOnlyList<int> items) => network.Outputs(items);

    /// <summary>The values of an epoch.</summary>
    public MetricValues Validate(IReadOnlyList<int> items) => loss.Validation(network.Outputs(items), items);

    // So that the loss's own parameters are trained and saved with the network's.
    private sealed class Both : nn.Module
    {
        public Both(nn.Module network, nn.Module learned)
            : base(nameof(Both))
        {
            register_module("network", network);
            register_module("loss", learned);
        }
    }
}
