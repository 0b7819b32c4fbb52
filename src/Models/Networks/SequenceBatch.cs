using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Models.Networks;

/// <summary>Sequences of several lengths as one padded tensor, longest first.</summary>
public sealed record SequenceBatch(int[] Items, long[] Lengths, Tensor Padded)
{
    /// <summary>The items sorted by length (longest first, equal ones in the order given), filled up with zeros.</summary>
    /// <param name="steps">Steps to fill up to; null for the longest of the batch.</param>
    public static SequenceBatch Of(SequenceData sequences, ReadOnlySpan<int> items, int? steps = null)
    {
        int[] order = [.. items.ToArray().OrderByDescending(sequences.Steps)];
        long[] lengths = [.. order.Select(item => (long)sequences.Steps(item))];
        int rows = steps ?? (int)lengths[0];
        Tensor padded = zeros(order.Length, rows, sequences.Columns);
        using TensorAccessor<float> values = padded.data<float>();
        for (int i = 0; i < order.Length; i++)
        {
            values.CopyFrom(sequences[order[i]], 0, (long)i * rows * sequences.Columns);
        }

        return new SequenceBatch(order, lengths, padded);
    }

    public Tensor LengthTensor => tensor(Lengths);

    public PackedSequence Packed => pack_padded_sequence(Padded, LengthTensor, batch_first: true);

    public Tensor Classes(IReadOnlyList<int> classes) => tensor([.. Items.Select(item => (long)classes[item])]);
}
