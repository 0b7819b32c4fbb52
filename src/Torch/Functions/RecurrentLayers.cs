using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>One direction of one recurrent layer over packed rows, fused, with its backward.</summary>
internal static unsafe class RecurrentLayers
{
    /// <param name="x">The input's share of the gates, [rows, gates·hidden], biases included but for a GRU's hidden ones.</param>
    /// <param name="weight">[gates·hidden, hidden].</param>
    /// <param name="bias">A GRU's hidden biases; null otherwise.</param>
    /// <param name="h0">[batch, hidden].</param>
    /// <param name="c0">[batch, hidden] for an LSTM; null otherwise.</param>
    /// <returns>Output [rows, hidden], last hidden state, last cell state (the hidden one again where there is none).</returns>
    public static (Tensor Output, Tensor Hn, Tensor Cn) Of(
        Recurrent layer,
        Tensor x,
        Tensor weight,
        Tensor? bias,
        Tensor h0,
        Tensor? c0
    )
    {
        Places.Common("recurrent", x, weight, bias, h0, c0);
        Tensor output = h0.NewHere([layer.Rows, layer.Hidden], ScalarType.Float32);
        Tensor kept = h0.NewHere([layer.Rows, layer.KeptWidth], ScalarType.Float32);
        Tensor hn = h0.NewHere(h0.Sizes, ScalarType.Float32);
        Tensor? cn = c0 is null ? null : h0.NewHere(h0.Sizes, ScalarType.Float32);
        h0.Kernels.RecurrentForward(
            layer,
            x.Floats,
            weight.Floats,
            Pointer(bias),
            h0.Floats,
            Pointer(c0),
            output.Floats,
            kept.Floats,
            hn.Floats,
            Pointer(cn)
        );
        Tensor[] outputs = cn is null ? [output, hn] : [output, hn, cn];
        Tensor[] inputs = [x, weight, .. new[] { bias }.OfType<Tensor>(), h0, .. new[] { c0 }.OfType<Tensor>()];
        (bool biased, bool celled) = (bias is not null, c0 is not null);
        Graph.RecordMany(
            $"recurrent {layer.Cell}",
            outputs,
            inputs,
            (gradients, s) =>
                GradMode.Enabled
                    ? Recomputed(layer, gradients, s, biased, celled)
                    : Backward(layer, gradients, s, biased, celled),
            [x, weight, h0, output, kept, .. new[] { c0, bias }.OfType<Tensor>()]
        );
        return (output, hn, cn ?? hn);
    }

    private static float* Pointer(Tensor? tensor) => tensor is null ? null : tensor.Floats;

    private static Tensor?[] Backward(Recurrent layer, Tensor?[] gradients, Saved s, bool biased, bool celled)
    {
        (Tensor weight, Tensor h0, Tensor output, Tensor kept) = (s[1], s[2], s[3], s[4]);
        Tensor? c0 = celled ? s[5] : null;
        Tensor dx = h0.NewHere([layer.Rows, layer.Gates * layer.Hidden], ScalarType.Float32);
        Tensor? share = layer.Cell == CellKind.Gru ? h0.NewHere(dx.Sizes, ScalarType.Float32) : null;
        Tensor dh0 = h0.NewHere(h0.Sizes, ScalarType.Float32);
        Tensor? dc0 = celled ? h0.NewHere(h0.Sizes, ScalarType.Float32) : null;
        h0.Kernels.RecurrentBackward(
            layer,
            weight.Floats,
            h0.Floats,
            Pointer(c0),
            output.Floats,
            kept.Floats,
            Pointer(gradients[0]),
            Pointer(gradients[1]),
            celled ? Pointer(gradients[2]) : null,
            dx.Floats,
            Pointer(share),
            dh0.Floats,
            Pointer(dc0)
        );
        Tensor slopes = share ?? dx;
        Tensor? dweight = s.Needs(1)
            ? Tensor.Product(slopes.unsqueeze(0), true, HiddenBefore(layer, output, h0).unsqueeze(0), false).squeeze(0)
            : null;
        var found = new List<Tensor?> { dx, dweight };
        if (biased)
        {
            found.Add(slopes.sum([0L]));
        }

        found.Add(dh0);
        if (celled)
        {
            found.Add(dc0);
        }

        return [.. found];
    }

    // For each row the hidden state that its step began with.
    private static Tensor HiddenBefore(Recurrent layer, Tensor output, Tensor h0)
    {
        int[] starts = layer.Starts();
        var places = new long[layer.Rows];
        for (int t = 0; t < starts.Length; t++)
        {
            int before = layer.Reverse ? t + 1 : t - 1;
            int known = before < 0 || before >= starts.Length ? 0 : layer.BatchSizes[before];
            for (int sequence = 0; sequence < layer.BatchSizes[t]; sequence++)
            {
                places[starts[t] + sequence] = sequence < known ? starts[before] + sequence : layer.Rows + sequence;
            }
        }

        return cat([output, h0], 0).index_select(0, tensor(places, device: h0.device));
    }

    private static Tensor?[] Recomputed(Recurrent layer, Tensor?[] gradients, Saved s, bool biased, bool celled)
    {
        Tensor? c0 = celled ? s[5] : null;
        Tensor? bias = biased ? s[celled ? 6 : 5] : null;
        (Tensor x, Tensor weight, Tensor h0) = (s[0], s[1], s[2]);
        Tensor?[] inputs = [x, weight, bias, h0, c0];
        Tensor?[] found = Recompute.Gradients(
            own => RecurrentSteps.Run(layer, own[0]!, own[1]!, own[2], own[3]!, own[4]),
            gradients,
            inputs
        );
        return [.. found.Where((_, i) => inputs[i] is not null)];
    }
}
