using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>A network over pictures in two parts: a trunk, which may have learned from other pictures, and a last layer.</summary>
/// <remarks>Modules and tensors are named as in torchvision 0.14, so that its weights fit.</remarks>
public abstract class ImageNetwork : nn.Module<Tensor, Tensor>
{
    protected ImageNetwork(string name)
        : base(name) { }

    /// <summary>Side of the pictures that the network was published for, in pixels; others go through it too, down to about 64.</summary>
    public virtual int Side => 224;

    /// <summary>Path of the layer that is trained anew for other classes.</summary>
    public abstract string LastLayer { get; }

    /// <summary>What the last layer sees of pictures: [batch, 3, height, width] to [batch, values] or [batch, maps, rows, columns].</summary>
    public abstract Tensor Features(Tensor pictures);

    /// <summary>The last layer, with the dropout before it and the pooling after it where a network has them: features to [batch, outputs].</summary>
    public abstract Tensor Scores(Tensor features);

    /// <summary>[batch, 3, height, width] to [batch, outputs].</summary>
    public override Tensor forward(Tensor pictures) => Scores(Features(pictures));
}
