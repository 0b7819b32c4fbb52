using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>A batch of sequences, and which of their frames get no attention.</summary>
/// <param name="Batch">The sequences, longest first.</param>
/// <param name="Unattended">[batch, steps]: true beyond a sequence's end and at frames that are left out.</param>
internal sealed record AttendedBatch(SequenceBatch Batch, Tensor Unattended)
{
    /// <param name="voiced">Of every item, which frames may be attended; null for all. A sequence without any is attended throughout.</param>
    public static AttendedBatch Of(SequenceData sequences, ReadOnlySpan<int> items, IReadOnlyList<bool[]>? voiced)
    {
        SequenceBatch batch = SequenceBatch.Of(sequences, items);
        int steps = (int)batch.Lengths[0];
        var left = new bool[batch.Items.Length * steps];
        for (int i = 0; i < batch.Items.Length; i++)
        {
            bool[]? own = voiced?[batch.Items[i]];
            bool all = own is null || !own.Any(frame => frame);
            for (int t = 0; t < steps; t++)
            {
                left[(i * steps) + t] = t >= batch.Lengths[i] || !(all || own![t]);
            }
        }

        return new AttendedBatch(batch, tensor(left, [batch.Items.Length, steps]));
    }
}
