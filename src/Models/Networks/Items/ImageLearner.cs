using Research.Models.Networks.Pretrained;
using Research.Models.Training;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>Inception v3 with the loss of its auxiliary output added, times 0.4 (Szegedy et al., 2015).</summary>
public sealed class ImageLearner(InceptionV3 network, ImageItems pictures, IItemLoss loss) : ILearner
{
    private const float AuxiliaryWeight = 0.4f;

    public nn.Module Network => network;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        (Tensor scores, Tensor auxiliary) = network.WithAuxiliary(pictures.Pictures(items));
        int[] order = items.ToArray();
        return loss.Of(scores, order) + (loss.Of(auxiliary, order) * AuxiliaryWeight);
    }
}
