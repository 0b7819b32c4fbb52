using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>A network and the data that it learns from, as the training loop needs them.</summary>
public interface ILearner
{
    nn.Module Network { get; }

    /// <summary>Mean loss over some items, in the network's present mode, ready for backward.</summary>
    Tensor Loss(ReadOnlySpan<int> items);
}
