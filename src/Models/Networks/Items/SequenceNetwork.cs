using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A recurrent network over sequences of several lengths; the last valid output goes to the linear layer.</summary>
public sealed class SequenceNetwork : IItemNetwork
{
    private const int EvaluationBatch = 256;

    private readonly SequenceData _sequences;
    private readonly SequenceClassifier _network;

    /// <param name="seed">Of the first weights.</param>
    public SequenceNetwork(SequenceData sequences, int outputs, RecurrentSettings settings, ulong seed)
    {
        _sequences = sequences;
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = new SequenceClassifier(sequences.Columns, outputs, settings);
    }

    public nn.Module Module => _network;

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items)
    {
        SequenceBatch batch = SequenceBatch.Of(_sequences, items);
        return (_network.call(batch.Packed), batch.Items);
    }

    public float[][] Outputs(IReadOnlyList<int> items)
    {
        var outputs = new Dictionary<int, float[]>();
        foreach (int[] part in items.Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            (Tensor values, int[] order) = Learn(part);
            foreach ((int item, float[] own) in order.Zip(values.data<float>().ToArray().Chunk((int)values.shape[1])))
            {
                outputs[item] = own;
            }
        }

        return [.. items.Select(item => outputs[item])];
    }

    public void Dispose() => _network.Dispose();
}
