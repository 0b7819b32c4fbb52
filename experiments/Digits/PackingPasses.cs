using static TorchSharp.torch;

namespace Research.Experiments.Digits;

/// <summary>What becomes of sequences of several lengths in a batch.</summary>
internal enum PaddingForm
{
    Packed,
    ToSet,
    ToBatch,
}

/// <summary>Seconds: means over the batches of an epoch, and the whole epoch.</summary>
internal sealed record PassTimes(double Forward, double Backward, double Epoch);

/// <summary>Forward and backward passes of one classifier over packed and padded batches.</summary>
internal sealed class PackingPasses : IDisposable
{
    private readonly SequenceData _sequences;
    private readonly IReadOnlyList<int> _classes;
    private readonly SequenceClassifier _network;

    public PackingPasses(
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

    private IEnumerable<int> All => Enumerable.Range(0, _sequences.Count);

    private int Longest => All.Max(_sequences.Steps);

    /// <summary>Times one epoch.</summary>
    /// <param name="clock">A clock in ticks of <see cref="System.Diagnostics.Stopwatch.Frequency"/>.</param>
    public PassTimes Time(PaddingForm form, int batchSize, Func<long> clock)
    {
        (long forward, long backward, int batches, long start) = (0, 0, 0, clock());
        foreach (int[] items in Enumerable.Range(0, _sequences.Count).Chunk(batchSize))
        {
            using var scope = NewDisposeScope();
            SequenceBatch batch = Batch(form, items);
            long before = clock();
            Tensor loss = nn.functional.cross_entropy(Scores(form, batch), batch.Classes(_classes));
            long between = clock();
            loss.backward();
            long after = clock();
            _network.zero_grad();
            (forward, backward, batches) = (forward + between - before, backward + after - between, batches + 1);
        }

        double second = System.Diagnostics.Stopwatch.Frequency;
        return new PassTimes(forward / second / batches, backward / second / batches, (clock() - start) / second);
    }

    /// <summary>Steps that the layers run through in an epoch, over all sequences.</summary>
    public double Steps(PaddingForm form, int batchSize)
    {
        return form switch
        {
            PaddingForm.Packed => All.Sum(item => (long)_sequences.Steps(item)),
            PaddingForm.ToSet => (long)Longest * _sequences.Count,
            _ => All.Chunk(batchSize).Sum(batch => batch.Length * (long)batch.Max(_sequences.Steps)),
        };
    }

    /// <summary>Largest difference between the scores of the packed and the padded way, over the first batch.</summary>
    public double LargestDifference(int batchSize)
    {
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        int[] items = [.. Enumerable.Range(0, Math.Min(batchSize, _sequences.Count))];
        SequenceBatch batch = Batch(PaddingForm.ToSet, items);
        Tensor difference = Scores(PaddingForm.Packed, batch) - Scores(PaddingForm.ToSet, batch);
        return difference.abs().max().item<float>();
    }

    public void Dispose() => _network.Dispose();

    private SequenceBatch Batch(PaddingForm form, int[] items) =>
        SequenceBatch.Of(_sequences, items, form == PaddingForm.ToSet ? Longest : null);

    private Tensor Scores(PaddingForm form, SequenceBatch batch) =>
        form == PaddingForm.Packed ? _network.call(batch.Packed) : _network.Padded(batch.Padded, batch.LengthTensor);
}
