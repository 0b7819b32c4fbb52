using static TorchSharp.torch;

namespace Research.Torch.Autograd;

/// <summary>What a tensor's handles share: whether it wants a gradient, the gradient, and the operation that made it.</summary>
internal sealed class AutogradMeta
{
    public bool RequiresGrad { get; set; }

    public Tensor? Grad { get; set; }

    /// <summary>The operation whose output this is; null for a leaf.</summary>
    public Node? Function { get; set; }

    /// <summary>Which of its outputs.</summary>
    public int Output { get; set; }

    public bool RetainsGrad { get; set; }

    public bool IsLeaf => Function is null;
}
