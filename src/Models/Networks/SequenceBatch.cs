using Research.Numerics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Models.Networks;

/// <summary>Sequences of several lengths as one padded tensor, longest first.</summary>
internal sealed record SequenceBatch(int[] Items, long[] Lengths, Tensor Padded)
{
    /// <summary>The items sorted by length (longest first, equal ones in the order given), filled up with zeros.</summary>
    /// <param name="steps">Steps to fill up to; null for the longest of the batch.</param>
    public static SequenceBatch Of(IReadOnlyList<Matrix> sequences, ReadOnlySpan<int> items, int? steps = null)
    {
        int[] order = [.. items.ToArray().OrderByDescending(item => sequences[item].Rows)];
        long[] lengths = [.. order.Select(item => (long)sequences[item].Rows)];
        int rows = steps ?? (int)lengths[0];
        int columns = sequences[order[0]].Columns;
        var values = new float[order.Length * rows * columns];
        for (int i = 0; i < order.Length; i++)
        {
            Span<float> target = values.AsSpan(i * rows * columns);
            ReadOnlySpan<double> source = sequences[order[i]].Values;
            for (int j = 0; j < source.Length; j++)
            {
                target[j] = (float)source[j];
            }
        }

        return new SequenceBatch(order, lengths, tensor(values, [order.Length, rows, columns]));
    }

    public Tensor LengthTensor => tensor(Lengths);

    public PackedSequence Packed => pack_padded_sequence(Padded, LengthTensor, batch_first: true);

    public Tensor Classes(IReadOnlyList<int> classes) => tensor([.. Items.Select(item => (long)classes[item])]);
}
