using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A network with the items that it sees, whatever they are learned for.</summary>
public interface IItemNetwork : IDisposable
{
    nn.Module Module { get; }

    /// <summary>Outputs of a batch to learn from; what is drawn at random (windows, masks) comes from TorchSharp's generator.</summary>
    /// <returns>The outputs [batch, outputs], and the items in their order.</returns>
    (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items);

    /// <summary>Outputs of each item without anything random, in the items' order. The network must be in evaluation mode.</summary>
    float[][] Outputs(IReadOnlyList<int> items);
}
