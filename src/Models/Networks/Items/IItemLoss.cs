using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>What a network's outputs should be for each item, and how far they are from it.</summary>
public interface IItemLoss
{
    /// <summary>What the loss itself learns, such as weights of tasks; null for nothing.</summary>
    nn.Module? Module { get; }

    /// <summary>Mean loss over a batch, ready for backward.</summary>
    /// <param name="outputs">Shape [batch, outputs].</param>
    /// <param name="items">In the outputs' order.</param>
    Tensor Of(Tensor outputs, int[] items);

    /// <summary>The values of an epoch for some items: validation_loss and others.</summary>
    MetricValues Validation(float[][] outputs, IReadOnlyList<int> items);
}
