using Research.Models.Networks.Pretrained;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>The last layer of a network over pictures, on what its trunk gave for each item: the network frozen but for that layer.</summary>
/// <remarks>The trunk runs once, in evaluation mode: its dropout and the statistics of its normalizations rest, unlike in trainings that call train() on all of a network.</remarks>
public sealed class LastLayerItems : IItemNetwork
{
    private const int EvaluationBatch = 64;

    private readonly ImageNetwork _network;
    private readonly IReadOnlyList<float[]> _features;
    private readonly long[] _shape;

    /// <param name="network">Disposed with this.</param>
    /// <param name="features">As <see cref="ImageItems.Features"/> gives them.</param>
    /// <param name="shape">Of one item: [values], or [maps, rows, columns].</param>
    public LastLayerItems(ImageNetwork network, IReadOnlyList<float[]> features, IReadOnlyList<int> shape)
    {
        (_network, _features, _shape) = (network, features, [.. shape.Select(size => (long)size)]);
        Module = new LastLayer(network);
    }

    /// <summary>The last layer alone: what is trained and saved.</summary>
    public nn.Module Module { get; }

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items)
    {
        int[] order = items.ToArray();
        float[] values = [.. order.SelectMany(item => _features[item])];
        return (_network.Scores(tensor(values, [order.Length, .. _shape])), order);
    }

    public float[][] Outputs(IReadOnlyList<int> items)
    {
        var all = new List<float[]>(items.Count);
        foreach (int[] part in items.Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            Tensor values = Learn(part).Outputs;
            all.AddRange(values.data<float>().ToArray().Chunk((int)values.shape[1]));
        }

        return [.. all];
    }

    public void Dispose() => _network.Dispose();

    private sealed class LastLayer : nn.Module
    {
        private readonly ImageNetwork _whole;

        public LastLayer(ImageNetwork whole)
            : base(nameof(LastLayer))
        {
            _whole = whole;
            register_module("last", whole.named_modules().First(item => item.name == whole.LastLayer).module);
        }

        // The dropout before the layer is none of its modules.
        public override void train(bool train = true)
        {
            base.train(train);
            _whole.train(train);
        }

        // The network is no module of this one.
        protected override void RegisterComponents() { }
    }
}
