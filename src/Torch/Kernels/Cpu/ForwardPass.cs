using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>A block of sequences on its way through all steps of a recurrent layer.</summary>
internal sealed unsafe class ForwardPass(
    Recurrent layer,
    PackedRightMatrix weight,
    float* x,
    float* bias,
    float* h0,
    float* c0,
    float* output,
    float* kept,
    float* hn,
    float* cn
)
{
    public void Run<TCell>(int[] starts, int first, int rows)
        where TCell : struct, ICell
    {
        (int hidden, int width) = (layer.Hidden, layer.Gates * layer.Hidden);
        using var room = new Scratch(((3L * hidden) + width) * rows);
        float* h = room.Data;
        float* c = h + (rows * hidden);
        float* nextC = c + (rows * hidden);
        float* gates = nextC + (rows * hidden);
        Start(h0, h, first, rows);
        Start(c0, c, first, rows);
        for (int step = 0; step < starts.Length; step++)
        {
            int t = layer.Reverse ? starts.Length - 1 - step : step;
            int live = Math.Min(rows, layer.BatchSizes[t] - first);
            if (live > 0)
            {
                Step<TCell>(starts[t] + first, live, h, c, nextC, gates, width);
            }
        }

        Rows.Copy(h, hn + ((long)first * hidden), rows * hidden);
        if (cn != null)
        {
            Rows.Copy(c, cn + ((long)first * hidden), rows * hidden);
        }
    }

    private void Step<TCell>(long row, int live, float* h, float* c, float* nextC, float* gates, int width)
        where TCell : struct, ICell
    {
        int hidden = layer.Hidden;
        for (int r = 0; r < live; r++)
        {
            if (TCell.Joined)
            {
                Rows.Copy(x + ((row + r) * width), gates + (r * width), width);
            }
            else if (bias != null)
            {
                Rows.Copy(bias, gates + (r * width), width);
            }
            else
            {
                Rows.Clear(gates + (r * width), width);
            }
        }

        weight.Accumulate(live, h, hidden, gates, width);
        for (int r = 0; r < live; r++)
        {
            float* next = output + ((row + r) * hidden);
            TCell.Forward(
                hidden,
                x + ((row + r) * width),
                gates + (r * width),
                h + (r * hidden),
                c + (r * hidden),
                kept + ((row + r) * layer.KeptWidth),
                next,
                nextC + (r * hidden)
            );
            Rows.Copy(next, h + (r * hidden), hidden);
            if (c0 != null)
            {
                Rows.Copy(nextC + (r * hidden), c + (r * hidden), hidden);
            }
        }
    }

    private void Start(float* source, float* target, int first, int rows)
    {
        if (source != null)
        {
            Rows.Copy(source + ((long)first * layer.Hidden), target, rows * layer.Hidden);
        }
    }
}
