using Research.Models.Networks.Pretrained;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A network over pictures, one an item.</summary>
/// <param name="network">Disposed with this.</param>
/// <param name="planes">The picture of an item, [3, side, side] one after another; called whenever the item is looked at.</param>
/// <param name="side">Of the pictures, in pixels.</param>
public sealed class ImageItems(ImageNetwork network, Func<int, float[]> planes, int side) : IItemNetwork
{
    private const int EvaluationBatch = 8; // pictures; bounds memory

    public nn.Module Module => network;

    /// <summary>Pictures of some items, [items, 3, side, side].</summary>
    public Tensor Pictures(ReadOnlySpan<int> items)
    {
        int size = 3 * side * side;
        float[] values = new float[items.Length * size];
        for (int i = 0; i < items.Length; i++)
        {
            planes(items[i]).CopyTo(values, i * size);
        }

        return tensor(values, [items.Length, 3, side, side]);
    }

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items) => (network.call(Pictures(items)), items.ToArray());

    public float[][] Outputs(IReadOnlyList<int> items) => Evaluate(items, network.call, rows => rows.shape[1]);

    /// <summary>What the last layer sees of each item, flat. The network must be in evaluation mode.</summary>
    public float[][] Features(IReadOnlyList<int> items) =>
        Evaluate(items, network.Features, maps => maps.numel() / maps.shape[0]);

    public void Dispose() => network.Dispose();

    private float[][] Evaluate(IReadOnlyList<int> items, Func<Tensor, Tensor> outputs, Func<Tensor, long> size)
    {
        var all = new List<float[]>(items.Count);
        foreach (int[] part in items.Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            Tensor values = outputs(Pictures(part));
            all.AddRange(values.data<float>().ToArray().Chunk((int)size(values)));
        }

        return [.. all];
    }
}
