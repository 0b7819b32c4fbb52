#if TORCHSHARP
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Witnessing;

/// <summary>Has a network of TorchSharp's drop what ours drops.</summary>
internal static class HandedMasks
{
    /// <summary>Every dropout layer multiplies by our masks in training. Dropout inside recurrent layers is out of reach.</summary>
    public static void Into(nn.Module network)
    {
        var masks = new DropoutMasks();
        foreach (Dropout dropout in network.modules().OfType<Dropout>())
        {
            dropout.register_forward_hook((layer, input, output) => layer.training ? Masked(masks, input, dropout.p) : output);
        }
    }

    private static Tensor Masked(DropoutMasks masks, Tensor input, double probability) =>
        probability == 0 ? input.alias() : input * tensor(masks.Next(input.numel(), probability), input.shape);
}
#endif
