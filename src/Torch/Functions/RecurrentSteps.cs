using Research.Torch.Kernels;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>A recurrent layer step by step from plain operations: slow, and differentiable as often as wanted.</summary>
internal static class RecurrentSteps
{
    /// <returns>Output, last hidden state and, for an LSTM, last cell state.</returns>
    public static Tensor[] Run(Recurrent layer, Tensor x, Tensor weight, Tensor? bias, Tensor h0, Tensor? c0)
    {
        int[] starts = layer.Starts();
        var outputs = new Tensor[starts.Length];
        (Tensor h, Tensor? c) = (h0, c0);
        for (int step = 0; step < starts.Length; step++)
        {
            int t = layer.Reverse ? starts.Length - 1 - step : step;
            int live = layer.BatchSizes[t];
            Tensor gates = x.narrow(0, starts[t], live);
            (Tensor next, Tensor? nextCell) = Step(layer.Cell, gates, h.narrow(0, 0, live), c?.narrow(0, 0, live), weight, bias);
            outputs[t] = next;
            h = Join(next, h, live, layer.Batch);
            c = nextCell is null ? null : Join(nextCell, c!, live, layer.Batch);
        }

        Tensor output = cat(outputs, 0);
        return c is null ? [output, h] : [output, h, c];
    }

    private static Tensor Join(Tensor next, Tensor before, int live, int batch) =>
        live == batch ? next : cat([next, before.narrow(0, live, batch - live)], 0);

    private static (Tensor H, Tensor? C) Step(CellKind cell, Tensor x, Tensor h, Tensor? c, Tensor weight, Tensor? bias)
    {
        Tensor hidden = Linear.Of(h, weight, bias);
        switch (cell)
        {
            case CellKind.Lstm:
                Tensor[] gates = (x + hidden).chunk(4, 1);
                Tensor next = (gates[1].sigmoid() * c!) + (gates[0].sigmoid() * gates[2].tanh());
                return (gates[3].sigmoid() * next.tanh(), next);
            case CellKind.Gru:
                Tensor[] own = x.chunk(3, 1);
                Tensor[] past = hidden.chunk(3, 1);
                Tensor z = (own[1] + past[1]).sigmoid();
                Tensor n = (own[2] + ((own[0] + past[0]).sigmoid() * past[2])).tanh();
                return (n + (z * (h - n)), null);
            case CellKind.Tanh:
                return ((x + hidden).tanh(), null);
            default:
                return ((x + hidden).relu(), null);
        }
    }
}
