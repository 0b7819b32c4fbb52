using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>A classifier of sequences with its data: cross-entropy to learn from, predictions and scores.</summary>
public sealed class SequenceLearner : IClassLearner
{
    private const int EvaluationBatch = 256;

    private readonly SequenceData _sequences;
    private readonly IReadOnlyList<int> _classes;
    private readonly SequenceClassifier _network;

    /// <param name="sequences">Frames of every item, [frames, features].</param>
    /// <param name="classes">Class of every item.</param>
    /// <param name="seed">Of the first weights.</param>
    public SequenceLearner(
        IReadOnlyList<Matrix> sequences,
        IReadOnlyList<int> classes,
        int classCount,
        RecurrentSettings settings,
        ulong seed
    )
    {
        (_sequences, _classes) = (new SequenceData(sequences), classes);
        manual_seed((long)Rng.For(seed, "network/weights").NextUInt64());
        _network = new SequenceClassifier(sequences[0].Columns, classCount, settings);
    }

    public nn.Module Network => _network;

    public Tensor Loss(ReadOnlySpan<int> items)
    {
        SequenceBatch batch = SequenceBatch.Of(_sequences, items);
        return nn.functional.cross_entropy(_network.call(batch.Packed), batch.Classes(_classes));
    }

    /// <summary>Scores of the classes of each item, in the items' order.</summary>
    public float[][] Scores(IReadOnlyList<int> items)
    {
        var scores = new Dictionary<int, float[]>();
        foreach (int[] part in items.Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            SequenceBatch batch = SequenceBatch.Of(_sequences, part);
            Tensor output = _network.call(batch.Packed);
            float[] values = output.data<float>().ToArray();
            int classes = values.Length / part.Length;
            for (int i = 0; i < part.Length; i++)
            {
                scores[batch.Items[i]] = values[(i * classes)..((i + 1) * classes)];
            }
        }

        return [.. items.Select(item => scores[item])];
    }

    /// <summary>The class with the highest score of each item; the first of equal ones.</summary>
    public int[] Predict(IReadOnlyList<int> items) => [.. Scores(items).Select(row => Array.IndexOf(row, row.Max()))];

    /// <summary>Mean cross-entropy and accuracy.</summary>
    public Score Score(IReadOnlyList<int> items)
    {
        float[][] scores = Scores(items);
        double loss = OrderedSum.Mean([.. items.Select((item, i) => CrossEntropy(scores[i], _classes[item]))]);
        int right = items.Where((item, i) => Array.IndexOf(scores[i], scores[i].Max()) == _classes[item]).Count();
        return new Score(loss, (double)right / items.Count);
    }

    public void Dispose() => _network.Dispose();

    private static double CrossEntropy(float[] scores, int truth)
    {
        double most = scores.Max();
        double sum = OrderedSum.Of([.. scores.Select(score => PortableMath.Exp(score - most))]);
        return most + PortableMath.Log(sum) - scores[truth];
    }
}
