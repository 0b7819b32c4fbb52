using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Witnessing;

/// <summary>A learner that writes down the loss of every batch.</summary>
/// <param name="before">Is done before each batch.</param>
internal sealed class RecordingLearner(ILearner learner, List<double> losses, Action before) : ILearner
{
    public nn.Module Network => learner.Network;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        before();
        Tensor loss = learner.Loss(items);
        losses.Add(loss.item<float>());
        return loss;
    }
}
