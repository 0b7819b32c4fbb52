using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>A bidirectional LSTM over sequences of several lengths, whose outputs an attention weighs.</summary>
public sealed class AttentionNetwork : IItemNetwork
{
    private const int EvaluationBatch = 64;

    private readonly SequenceData _sequences;
    private readonly AttentionClassifier _network;

    /// <param name="seed">Of the first weights.</param>
    public AttentionNetwork(SequenceData sequences, int outputs, AttentionSettings settings, ulong seed)
    {
        _sequences = sequences;
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = new AttentionClassifier(sequences.Columns, outputs, settings);
    }

    public nn.Module Module => _network;

    public (Tensor Outputs, int[] Items) Learn(ReadOnlySpan<int> items)
    {
        var batch = AttendedBatch.Of(_sequences, items, voiced: null);
        return (_network.call(batch), batch.Batch.Items);
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
