namespace Research.Torch.Kernels;

internal enum CellKind
{
    Tanh,
    Relu,
    Lstm,
    Gru,
}

/// <summary>One layer and direction of a recurrent net over packed rows: step after step, longest sequences first.</summary>
internal sealed record Recurrent
{
    public required CellKind Cell { get; init; }

    public required int Hidden { get; init; }

    /// <summary>Sequences that are still running at each step; never growing.</summary>
    public required int[] BatchSizes { get; init; }

    public required bool Reverse { get; init; }

    public int Gates =>
        Cell switch
        {
            CellKind.Lstm => 4,
            CellKind.Gru => 3,
            _ => 1,
        };

    public int Batch => BatchSizes[0];

    public int Rows => BatchSizes.Sum();

    /// <summary>First row of each step.</summary>
    public int[] Starts()
    {
        var starts = new int[BatchSizes.Length];
        for (int t = 1; t < starts.Length; t++)
        {
            starts[t] = starts[t - 1] + BatchSizes[t - 1];
        }

        return starts;
    }

    /// <summary>Values kept a row and hidden unit for the way back: activated gates, and what each cell needs besides.</summary>
    public int KeptWidth =>
        Hidden
        * (
            Cell switch
            {
                CellKind.Lstm => 6,
                CellKind.Gru => 4,
                _ => 0,
            }
        );
}
