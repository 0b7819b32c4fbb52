using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>What the forward pass had and kept.</summary>
internal unsafe struct BackwardState(float* h0, float* c0, float* output, float* kept)
{
    public readonly float* H0 = h0;
    public readonly float* C0 = c0;
    public readonly float* Output = output;
    public readonly float* Kept = kept;
}

/// <summary>Gradients that come in (of outputs and last states; null for none) and those that go out.</summary>
internal unsafe struct BackwardSlopes(float* output, float* hn, float* cn, float* x, float* hiddenShare, float* h0, float* c0)
{
    public readonly float* Output = output;
    public readonly float* Hn = hn;
    public readonly float* Cn = cn;
    public readonly float* X = x;
    public readonly float* HiddenShare = hiddenShare;
    public readonly float* H0 = h0;
    public readonly float* C0 = c0;
}

/// <summary>A block of sequences on its way back through all steps of a recurrent layer.</summary>
internal sealed unsafe class BackwardPass(Recurrent layer, PackedRightMatrix weight, BackwardState state, BackwardSlopes slopes)
{
    public void Run<TCell>(int[] starts, int first, int rows)
        where TCell : struct, ICell
    {
        int hidden = layer.Hidden;
        using var room = new Scratch(5L * hidden * rows);
        float* dh = room.Data;
        float* dc = dh + (rows * hidden);
        float* sum = dc + (rows * hidden);
        float* direct = sum + (rows * hidden);
        float* nextDc = direct + (rows * hidden);
        Start(slopes.Hn, dh, first, rows);
        Start(slopes.Cn, dc, first, rows);
        for (int step = 0; step < starts.Length; step++)
        {
            int t = layer.Reverse ? step : starts.Length - 1 - step;
            int live = Math.Min(rows, layer.BatchSizes[t] - first);
            for (int r = 0; r < live; r++)
            {
                Row<TCell>(starts, t, first + r, dh + (r * hidden), dc + (r * hidden), sum, direct + (r * hidden), nextDc);
            }

            if (live > 0)
            {
                // What reaches the states before: past the weights, and through them.
                float* hiddenShare = slopes.HiddenShare == null ? slopes.X : slopes.HiddenShare;
                int width = layer.Gates * hidden;
                Rows.Copy(direct, dh, live * hidden);
                weight.Accumulate(live, hiddenShare + ((long)(starts[t] + first) * width), width, dh, hidden);
            }
        }

        Rows.Copy(dh, slopes.H0 + ((long)first * hidden), rows * hidden);
        if (slopes.C0 != null)
        {
            Rows.Copy(dc, slopes.C0 + ((long)first * hidden), rows * hidden);
        }
    }

    private void Row<TCell>(int[] starts, int t, int sequence, float* dh, float* dc, float* sum, float* direct, float* nextDc)
        where TCell : struct, ICell
    {
        (int hidden, int width) = (layer.Hidden, layer.Gates * layer.Hidden);
        long row = starts[t] + sequence;
        Rows.Copy(dh, sum, hidden);
        if (slopes.Output != null)
        {
            Rows.AddScaled(slopes.Output + (row * hidden), 1, sum, hidden);
        }

        Before(starts, t, sequence, out float* h, out float* c);
        TCell.Backward(
            hidden,
            h,
            c,
            state.Output + (row * hidden),
            state.Kept + (row * layer.KeptWidth),
            sum,
            dc,
            slopes.X + (row * width),
            slopes.HiddenShare == null ? null : slopes.HiddenShare + (row * width),
            direct,
            nextDc
        );
        if (slopes.C0 != null)
        {
            Rows.Copy(nextDc, dc, hidden);
        }
    }

    // The states that the step began with: those after the step before it, or the initial ones.
    private void Before(int[] starts, int t, int sequence, out float* h, out float* c)
    {
        int before = layer.Reverse ? t + 1 : t - 1;
        bool exists = before >= 0 && before < starts.Length && sequence < layer.BatchSizes[before];
        if (!exists)
        {
            long first = (long)sequence * layer.Hidden;
            h = state.H0 + first;
            c = state.C0 == null ? null : state.C0 + first;
            return;
        }

        long row = starts[before] + sequence;
        h = state.Output + (row * layer.Hidden);
        c = state.Kept + (row * layer.KeptWidth) + (4 * layer.Hidden);
    }

    private void Start(float* source, float* target, int first, int rows)
    {
        if (source == null)
        {
            Rows.Clear(target, rows * layer.Hidden);
        }
        else
        {
            Rows.Copy(source + ((long)first * layer.Hidden), target, rows * layer.Hidden);
        }
    }
}
