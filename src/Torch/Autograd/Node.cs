using static TorchSharp.torch;

namespace Research.Torch.Autograd;

/// <summary>Gradients of an operation's inputs from those of its outputs; null where there is none.</summary>
internal delegate Tensor?[] BackwardMany(Tensor?[] gradients, Saved saved);

/// <summary>Where a gradient goes: to an operation's output, or to a leaf, or nowhere.</summary>
internal readonly record struct Edge(Node? Node, int Output, AutogradMeta? Leaf)
{
    public static Edge Of(Tensor tensor)
    {
        if (tensor.Meta is not { RequiresGrad: true } meta)
        {
            return default;
        }

        tensor.CheckHistory();
        return meta.Function is { } node ? new(node, meta.Output, null) : new(null, 0, meta);
    }
}

/// <summary>One recorded operation.</summary>
internal sealed class Node(string name, Edge[] next, int outputs, BackwardMany backward, Saved saved)
{
    private static long _recorded;

    private BackwardMany? _backward = backward;

    /// <summary>Operations are numbered as they are recorded: an operation's inputs have smaller numbers.</summary>
    public long Order { get; } = Interlocked.Increment(ref _recorded);

    public string Name { get; } = name;

    public Edge[] Next { get; } = next;

    public int Outputs { get; } = outputs;

    /// <summary>Non-leaf tensors whose gradients are kept, by output.</summary>
    public Dictionary<int, AutogradMeta>? Retained { get; set; }

    public Tensor?[] Apply(Tensor?[] gradients)
    {
        if (_backward is null)
        {
            throw new InvalidOperationException(
                $"The graph behind '{Name}' was freed by an earlier backward. Give retain_graph: true to the first one to go through it twice."
            );
        }

        return _backward(gradients, saved);
    }

    public void Release()
    {
        _backward = null;
        saved.Release();
    }
}
