using static TorchSharp.torch;

namespace Research.Torch.Autograd;

/// <summary>Tensors kept from the way forward for the way back, with a check that nobody has written over them.</summary>
internal sealed class Saved(Tensor[] tensors, bool[] needs)
{
    private readonly (Tensor Alias, int Version)[] _tensors =
    [
        .. tensors.Select(tensor => (tensor.Alias(), tensor.Block.Version)),
    ];

    public Tensor this[int index]
    {
        get
        {
            (Tensor alias, int version) = _tensors[index];
            return alias.Block.Version == version
                ? alias
                : throw new InvalidOperationException(
                    $"A tensor of shape {Shapes.Text(alias.Sizes)} that a gradient needs was changed in place after it was used (version {alias.Block.Version}, expected {version}). Compute into a new tensor instead."
                );
        }
    }

    /// <summary>Whether the operation's input wants a gradient.</summary>
    public bool Needs(int input) => needs[input];

    public void Release()
    {
        foreach ((Tensor alias, _) in _tensors)
        {
            alias.Dispose();
        }
    }
}
