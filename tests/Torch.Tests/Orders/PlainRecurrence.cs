using Research.Torch.Kernels;

namespace Research.Torch.Tests.Orders;

/// <summary>A recurrent layer over packed rows by plain loops, one sequence after another.</summary>
internal sealed class PlainRecurrence(Recurrent layer, float[] x, float[] weight, float[]? bias, float[] h0, float[] c0)
{
    private readonly int _width = layer.Gates * layer.Hidden;
    private readonly int[] _starts = layer.Starts();
    private readonly float[][][] _kept = [.. Enumerable.Range(0, layer.Rows).Select(_ => new float[layer.Hidden][])];
    private readonly float[][] _hBefore = new float[layer.Rows][];
    private readonly float[][] _cBefore = new float[layer.Rows][];

    public float[] Output { get; } = new float[layer.Rows * layer.Hidden];

    public float[] LastH { get; } = [.. h0];

    public float[] GradientX { get; } = new float[layer.Rows * layer.Gates * layer.Hidden];

    public float[] GradientH0 { get; } = new float[h0.Length];

    public void Forward()
    {
        for (int sequence = 0; sequence < layer.Batch; sequence++)
        {
            float[] h = h0[(sequence * layer.Hidden)..((sequence + 1) * layer.Hidden)];
            float[] c = c0[(sequence * layer.Hidden)..((sequence + 1) * layer.Hidden)];
            foreach (int row in RowsOf(sequence))
            {
                (_hBefore[row], _cBefore[row]) = (h, c);
                (h, c) = Step(row, h, c);
                h.CopyTo(Output, row * layer.Hidden);
            }

            h.CopyTo(LastH, sequence * layer.Hidden);
        }
    }

    /// <param name="gradient">Of the output; those of the last states are zero.</param>
    public void Backward(float[] gradient)
    {
        for (int sequence = 0; sequence < layer.Batch; sequence++)
        {
            (float[] dh, float[] dc) = (new float[layer.Hidden], new float[layer.Hidden]);
            foreach (int row in RowsOf(sequence).Reverse())
            {
                var hidden = new float[_width];
                var direct = new float[layer.Hidden];
                for (int j = 0; j < layer.Hidden; j++)
                {
                    int at = (row * layer.Hidden) + j;
                    (float[] dx, float[] share, direct[j], dc[j]) = PlainCells.Backward(
                        layer.Cell,
                        _kept[row][j],
                        Output[at],
                        _hBefore[row][j],
                        _cBefore[row][j],
                        dh[j] + gradient[at],
                        dc[j]
                    );
                    for (int gate = 0; gate < layer.Gates; gate++)
                    {
                        GradientX[(row * _width) + (gate * layer.Hidden) + j] = dx[gate];
                        hidden[(gate * layer.Hidden) + j] = share[gate];
                    }
                }

                for (int j = 0; j < layer.Hidden; j++)
                {
                    dh[j] = PlainSums.Product(direct[j], _width, k => hidden[k], k => weight[(k * layer.Hidden) + j]);
                }
            }

            dh.CopyTo(GradientH0, sequence * layer.Hidden);
        }
    }

    private (float[] H, float[] C) Step(int row, float[] h, float[] c)
    {
        (float[] nextH, float[] nextC) = (new float[layer.Hidden], new float[layer.Hidden]);
        for (int j = 0; j < layer.Hidden; j++)
        {
            (float[] own, float[] gates) = (new float[layer.Gates], new float[layer.Gates]);
            for (int gate = 0; gate < layer.Gates; gate++)
            {
                int at = (gate * layer.Hidden) + j;
                own[gate] = x[(row * _width) + at];
                float start = layer.Cell == CellKind.Gru ? bias?[at] ?? 0 : own[gate];
                gates[gate] = PlainSums.Product(start, layer.Hidden, k => h[k], k => weight[(at * layer.Hidden) + k]);
            }

            (nextH[j], nextC[j], _kept[row][j]) = PlainCells.Forward(layer.Cell, own, gates, h[j], c[j]);
        }

        return (nextH, nextC);
    }

    // The rows of a sequence in the order in which the layer runs.
    private IEnumerable<int> RowsOf(int sequence)
    {
        IEnumerable<int> steps = Enumerable.Range(0, _starts.Length).Where(t => sequence < layer.BatchSizes[t]);
        return (layer.Reverse ? steps.Reverse() : steps).Select(t => _starts[t] + sequence);
    }
}
