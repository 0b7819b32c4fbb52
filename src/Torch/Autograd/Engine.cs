using TorchSharp;
using static TorchSharp.torch;

namespace Research.Torch.Autograd;

/// <summary>Walks the recorded operations backwards, latest first, and adds up gradients.</summary>
/// <remarks>Gradients that meet are added in the order of the operations, so the sums have the same bits every time.</remarks>
internal sealed class Engine
{
    private readonly bool _createGraph;
    private readonly bool _retainGraph;
    private readonly HashSet<AutogradMeta>? _wanted;
    private readonly HashSet<Node> _needed = [];
    private readonly Dictionary<Node, Tensor?[]> _pending = [];
    private readonly PriorityQueue<Node, long> _ready = new();
    private readonly Dictionary<AutogradMeta, Tensor> _found = [];

    private Engine(bool createGraph, bool retainGraph, HashSet<AutogradMeta>? wanted)
    {
        _createGraph = createGraph;
        _retainGraph = retainGraph;
        _wanted = wanted;
    }

    /// <summary>Adds the gradients of all leaves (or of those given) to their <c>grad</c>.</summary>
    public static void Backward(
        IList<Tensor> roots,
        IList<Tensor?> gradients,
        bool retainGraph,
        bool createGraph,
        IList<Tensor>? inputs
    )
    {
        HashSet<AutogradMeta>? wanted = inputs is null ? null : [.. inputs.Select(Meta)];
        var engine = new Engine(createGraph, retainGraph, wanted);
        engine.Run(roots, gradients);
        foreach ((AutogradMeta leaf, Tensor gradient) in engine._found)
        {
            Accumulate(leaf, gradient, createGraph);
        }
    }

    /// <summary>The gradients of the inputs, which stay as they are.</summary>
    public static Tensor?[] Gradients(
        IList<Tensor> roots,
        IList<Tensor?> gradients,
        IList<Tensor> inputs,
        bool retainGraph,
        bool createGraph
    )
    {
        AutogradMeta[] metas = [.. inputs.Select(Meta)];
        var engine = new Engine(createGraph, retainGraph, [.. metas]);
        engine.Run(roots, gradients);
        Tensor?[] found = [.. metas.Select(meta => engine._found.GetValueOrDefault(meta)?.Alias().InScope())];
        foreach (Tensor gradient in engine._found.Values)
        {
            gradient.Dispose();
        }

        return found;
    }

    private static AutogradMeta Meta(Tensor tensor) =>
        tensor.Meta is { RequiresGrad: true } meta
            ? meta
            : throw new InvalidOperationException(
                $"A gradient was asked for with respect to a tensor of shape {Shapes.Text(tensor.Sizes)} that does not require one. Set requires_grad before the computation."
            );

    private void Run(IList<Tensor> roots, IList<Tensor?> gradients)
    {
        Edge[] edges = [.. roots.Select(Edge.Of)];
        FindNeeded(edges);
        using var mode = new GradMode(_createGraph);
        for (int i = 0; i < edges.Length; i++)
        {
            Tensor gradient = gradients[i] ?? ones_like(roots[i]);
            Send(edges[i], gradient, roots[i]);
        }

        while (_ready.TryDequeue(out Node? node, out _))
        {
            Visit(node);
        }
    }

    private void Visit(Node node)
    {
        Tensor?[] incoming = _pending[node];
        _pending.Remove(node);
        foreach ((int output, AutogradMeta meta) in node.Retained ?? [])
        {
            Keep(meta, incoming[output]);
        }

        // What the operation makes on its way is given back at once; only what it hands on stays.
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor?[] outgoing = node.Apply(incoming);
            for (int i = 0; i < node.Next.Length; i++)
            {
                if (outgoing[i] is { } gradient)
                {
                    Send(node.Next[i], gradient, null);
                }
            }
        }

        foreach (Tensor? gradient in incoming)
        {
            gradient?.Dispose();
        }

        if (!_retainGraph)
        {
            node.Release();
        }
    }

    private void Send(Edge edge, Tensor gradient, Tensor? root)
    {
        if (edge.Leaf is { } leaf)
        {
            Keep(leaf, gradient);
            return;
        }

        if (edge.Node is not { } node || !_needed.Contains(node))
        {
            return;
        }

        if (!_pending.TryGetValue(node, out Tensor?[]? sums))
        {
            _pending[node] = sums = new Tensor?[node.Outputs];
            _ready.Enqueue(node, -node.Order);
        }

        sums[edge.Output] = Sum(sums[edge.Output], gradient);
    }

    private void Keep(AutogradMeta meta, Tensor? gradient)
    {
        if (gradient is not null && (_wanted is null || _wanted.Contains(meta)))
        {
            _found[meta] = Sum(_found.GetValueOrDefault(meta), gradient);
        }
    }

    private static Tensor Sum(Tensor? sum, Tensor gradient)
    {
        if (sum is null)
        {
            return gradient.Alias();
        }

        Tensor total = (sum + gradient).DetachFromDisposeScope();
        sum.Dispose();
        return total;
    }

    // Which operations lie between the roots and the tensors whose gradients are wanted.
    private void FindNeeded(Edge[] roots)
    {
        if (_wanted is not null)
        {
            foreach (AutogradMeta meta in _wanted.Where(meta => meta.Function is not null))
            {
                (meta.Function!.Retained ??= [])[meta.Output] = meta;
            }
        }

        var seen = new HashSet<Node>();
        var stack = new Stack<Node>(roots.Where(edge => edge.Node is not null).Select(edge => edge.Node!));
        while (stack.TryPop(out Node? node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            foreach (Edge edge in node.Next)
            {
                if (edge.Node is { } next)
                {
                    stack.Push(next);
                }
            }
        }

        foreach (Node node in seen.OrderBy(node => node.Order))
        {
            bool leads = node.Retained is { Count: > 0 } retained && retained.Values.Any(IsWanted);
            leads |= Array.Exists(
                node.Next,
                edge => (edge.Leaf is { } leaf && IsWanted(leaf)) || (edge.Node is { } next && _needed.Contains(next))
            );
            if (leads)
            {
                _needed.Add(node);
            }
        }
    }

    private bool IsWanted(AutogradMeta meta) => _wanted is null || _wanted.Contains(meta);

    private static void Accumulate(AutogradMeta leaf, Tensor gradient, bool createGraph)
    {
        if (!leaf.IsLeaf && !leaf.RetainsGrad)
        {
            gradient.Dispose();
            return;
        }

        Tensor own = createGraph || !gradient.Block.IsShared ? gradient : Copied(gradient);
        if (leaf.Grad is not { } before)
        {
            leaf.Grad = own;
            return;
        }

        using (new GradMode(createGraph))
        {
            leaf.Grad = (before + own).DetachFromDisposeScope();
        }

        before.Dispose();
        own.Dispose();
    }

    private static Tensor Copied(Tensor gradient)
    {
        Tensor copy = gradient.detach().clone().DetachFromDisposeScope();
        gradient.Dispose();
        return copy;
    }
}
