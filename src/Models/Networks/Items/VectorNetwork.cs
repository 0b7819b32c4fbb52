using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>One hidden layer over one vector an item: what outputs share, they share there.</summary>
public sealed class VectorNetwork : IItemNetwork
{
    private readonly Matrix _rows;
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <param name="rows">A standardised vector an item, shape [items, values].</param>
    /// <param name="hidden">Units of the hidden layer (ReLU).</param>
    /// <param name="dropout">Probability of a zero behind the hidden layer.</param>
    /// <param name="seed">Of the first weights.</param>
    public VectorNetwork(Matrix rows, int outputs, int hidden, double dropout, ulong seed)
    {
        _rows = rows;
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = nn.Sequential(nn.Linear(rows.Columns, hidden), nn.ReLU(), nn.Dropout(dropout), nn.Linear(hidden, outputs));
    }

    public nn.Module Module => _network;

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items)
    {
        int[] order = items.ToArray();
        float[] values = [.. order.SelectMany(item => _rows.Row(item).ToArray()).Select(value => (float)value)];
        return (_network.call(tensor(values, [order.Length, _rows.Columns])), order);
    }

    public float[][] Outputs(IReadOnlyList<int> items)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        Tensor values = Learn([.. items]).Outputs;
        return [.. values.data<float>().ToArray().Chunk((int)values.shape[1])];
    }

    public void Dispose() => _network.Dispose();
}
