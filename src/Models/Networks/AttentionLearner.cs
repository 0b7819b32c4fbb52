using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>An attention network with the sequences that it learns from.</summary>
public sealed class AttentionLearner : IClassLearner
{
    private const int EvaluationBatch = 64;

    private readonly SequenceData _sequences;
    private readonly AttentionItems _items;
    private readonly AttentionClassifier _network;

    /// <param name="items">Sequences, classes, and what else the loss looks at.</param>
    /// <param name="seed">Of the first weights.</param>
    public AttentionLearner(AttentionItems items, AttentionSettings settings, ulong seed)
    {
        (_items, _sequences) = (items, new SequenceData(items.Sequences));
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = new AttentionClassifier(_sequences.Columns, items.ClassCount, settings);
    }

    public nn.Module Network => _network;

    /// <summary>Numbers that training changes, by layer.</summary>
    public IReadOnlyList<(string Layer, long Count)> Parameters() => _network.Parameters();

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        AttendedBatch batch = AttendedBatch.Of(_sequences, items, _items.Voiced);
        Tensor? weights = _items.ClassWeights is { } values ? tensor(values.ToArray()) : null;
        return nn.functional.cross_entropy(_network.call(batch), batch.Batch.Classes(_items.Classes), weights);
    }

    /// <summary>Scores of the classes of each item, in the items' order.</summary>
    public float[][] Scores(IReadOnlyList<int> items) => Rows(items, _network.call);

    /// <summary>Probabilities of the classes of each item, in the items' order.</summary>
    public double[][] Probabilities(IReadOnlyList<int> items) => [.. Scores(items).Select(ClassScores.Softmax)];

    /// <summary>Attention of each item's frames, in the items' order; sums to 1.</summary>
    public double[][] Attention(IReadOnlyList<int> items) =>
        [
            .. Rows(items, _network.Attention)
                .Select((row, i) => row.Take(_sequences.Steps(items[i])).Select(weight => (double)weight).ToArray()),
        ];

    /// <summary>The class with the highest score of each item; the first of equal ones.</summary>
    public int[] Predict(IReadOnlyList<int> items) => [.. Scores(items).Select(ClassScores.Best)];

    /// <summary>Mean cross-entropy, without class weights, and accuracy.</summary>
    public Score Score(IReadOnlyList<int> items) =>
        ClassScores.Of(Scores(items), [.. items.Select(item => _items.Classes[item])]);

    public void Dispose() => _network.Dispose();

    private float[][] Rows(IReadOnlyList<int> items, Func<AttendedBatch, Tensor> run)
    {
        var rows = new Dictionary<int, float[]>();
        foreach (int[] part in items.Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            AttendedBatch batch = AttendedBatch.Of(_sequences, part, _items.Voiced);
            float[] values = run(batch).data<float>().ToArray();
            int width = values.Length / part.Length;
            for (int i = 0; i < part.Length; i++)
            {
                rows[batch.Batch.Items[i]] = values[(i * width)..((i + 1) * width)];
            }
        }

        return [.. items.Select(item => rows[item])];
    }
}

/// <summary>What an attention network learns from.</summary>
/// <param name="Sequences">Frames of every item, [frames, features].</param>
/// <param name="Classes">Class of every item.</param>
/// <param name="Voiced">Of every item, which frames attention may fall on; null for all.</param>
/// <param name="ClassWeights">Weight of every class in the loss; null for one each.</param>
public sealed record AttentionItems(
    IReadOnlyList<Matrix> Sequences,
    IReadOnlyList<int> Classes,
    int ClassCount,
    IReadOnlyList<bool[]>? Voiced,
    IReadOnlyList<float>? ClassWeights
);
