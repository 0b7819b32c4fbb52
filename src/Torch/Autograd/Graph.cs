using static TorchSharp.torch;

namespace Research.Torch.Autograd;

/// <summary>Records operations as they run.</summary>
internal static class Graph
{
    /// <summary>Notes that the output was computed from the inputs, where anybody wants gradients.</summary>
    /// <param name="backward">The inputs' gradients from the output's; written with tensor operations, so that it can itself be differentiated.</param>
    /// <param name="kept">Tensors that the backward function reads from <see cref="Saved"/>; not to be captured otherwise.</param>
    public static Tensor Record(
        string name,
        Tensor output,
        Tensor[] inputs,
        Func<Tensor, Saved, Tensor?[]> backward,
        params Tensor[] kept
    )
    {
        if (Wanted(inputs))
        {
            RecordMany(name, [output], inputs, (gradients, saved) => backward(gradients[0]!, saved), kept);
        }

        return output;
    }

    public static void RecordMany(string name, Tensor[] outputs, Tensor[] inputs, BackwardMany backward, params Tensor[] kept)
    {
        if (!Wanted(inputs))
        {
            return;
        }

        // An output that is kept for its own backward must be known as this node's output: first the metas, then the node.
        var metas = new AutogradMeta[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            metas[i] = new AutogradMeta { RequiresGrad = true, Output = i };
            outputs[i].Meta = metas[i];
        }

        bool[] needs = [.. inputs.Select(input => input.requires_grad)];
        var node = new Node(name, [.. inputs.Select(Edge.Of)], outputs.Length, backward, new Saved(kept, needs));
        foreach (AutogradMeta meta in metas)
        {
            meta.Function = node;
        }
    }

    public static bool Wanted(params Tensor[] inputs) => GradMode.Enabled && Array.Exists(inputs, input => input.requires_grad);
}
