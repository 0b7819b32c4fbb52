using Research.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Takes the padding out of [steps, batch, …] (or [batch, steps, …]).</summary>
                /// <param name="lengths">Steps of each sequence, at least 1.</param>
                /// <param name="enforce_sorted">Refuses lengths that are not descending; false sorts them first, longest first, equal ones in order.</param>
                public static PackedSequence pack_padded_sequence(
                    Tensor input,
                    Tensor lengths,
                    bool batch_first = false,
                    bool enforce_sorted = true
                )
                {
                    if (input.Sizes.Length < 2 || input.numel() == 0)
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: an input [{(batch_first ? "batch, steps" : "steps, batch")}, …] that is not empty is needed; its shape is {Shapes.Text(input.Sizes)}."
                        );
                    }

                    long[] given = lengths.to_type(ScalarType.Int64).data<long>().ToArray();
                    (long steps, long batch) = batch_first ? (input.Sizes[1], input.Sizes[0]) : (input.Sizes[0], input.Sizes[1]);
                    Check(given, steps, batch, enforce_sorted);
                    int[] order = [.. Enumerable.Range(0, given.Length).OrderByDescending(i => given[i])];
                    int[] sizes = [.. Enumerable.Range(0, (int)given[order[0]]).Select(t => given.Count(length => length > t))];
                    var places = new long[given.Sum()];
                    int next = 0;
                    for (int t = 0; t < sizes.Length; t++)
                    {
                        for (int i = 0; i < sizes[t]; i++)
                        {
                            places[next++] = batch_first ? (order[i] * steps) + t : (t * batch) + order[i];
                        }
                    }

                    Tensor rows = input.reshape([steps * batch, .. input.Sizes[2..]]);
                    var back = new long[order.Length];
                    for (int i = 0; i < order.Length; i++)
                    {
                        back[order[i]] = i;
                    }

                    return new PackedSequence(
                        rows.index_select(0, tensor(places, device: input.device)),
                        tensor(sizes.Select(size => (long)size).ToArray()),
                        tensor(order.Select(i => (long)i).ToArray(), device: input.device),
                        tensor(back, device: input.device)
                    );
                }

                /// <summary>Puts the padding back.</summary>
                /// <returns>The padded sequences in the order in which they were given, and their lengths.</returns>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence,
                    bool batch_first = false,
                    double padding_value = 0.0,
                    long? total_length = null
                )
                {
                    int[] sizes = sequence.Sizes;
                    long steps = total_length ?? sizes.Length;
                    if (steps < sizes.Length)
                    {
                        throw new ArgumentException(
                            $"pad_packed_sequence: total_length {steps} is below the longest sequence, {sizes.Length}."
                        );
                    }

                    long[] order = sequence.sorted_indices.data<long>().ToArray();
                    long[] lengths = new long[order.Length];
                    int batch = sizes[0];
                    long empty = sequence.data.Sizes[0]; // a row of padding behind the last
                    long[] places = [.. Enumerable.Repeat(empty, (int)(steps * batch))];
                    long start = 0;
                    for (int t = 0; t < sizes.Length; start += sizes[t++])
                    {
                        for (int i = 0; i < sizes[t]; i++)
                        {
                            places[batch_first ? (order[i] * steps) + t : (t * batch) + order[i]] = start + i;
                            lengths[order[i]]++;
                        }
                    }

                    long[] rest = sequence.data.Sizes[1..];
                    Tensor padding = full(
                        (ReadOnlySpan<long>)[1, .. rest],
                        padding_value,
                        sequence.data.dtype,
                        sequence.data.device
                    );
                    Tensor rows = cat([sequence.data, padding], 0).index_select(0, tensor(places, device: padding.device));
                    return (rows.reshape(batch_first ? [batch, steps, .. rest] : [steps, batch, .. rest]), tensor(lengths));
                }

                /// <summary>Sequences of several lengths in one tensor, filled up at the end.</summary>
                public static Tensor pad_sequence(
                    IEnumerable<Tensor> sequences,
                    bool batch_first = false,
                    double padding_value = 0.0
                )
                {
                    Tensor[] given = [.. sequences];
                    long steps = given.Max(sequence => sequence.Sizes[0]);
                    Tensor padded = stack(
                        given.Select(sequence =>
                            sequence.Sizes[0] == steps
                                ? sequence
                                : cat(
                                    [
                                        sequence,
                                        full(
                                            (ReadOnlySpan<long>)[steps - sequence.Sizes[0], .. sequence.Sizes[1..]],
                                            padding_value,
                                            sequence.dtype,
                                            sequence.device
                                        ),
                                    ],
                                    0
                                )
                        )
                    );
                    return batch_first ? padded : padded.transpose(0, 1);
                }

                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    Tensor[] given = [.. sequences];
                    Tensor lengths = tensor(given.Select(sequence => sequence.Sizes[0]).ToArray());
                    return pack_padded_sequence(pad_sequence(given), lengths, batch_first: false, enforce_sorted);
                }

                private static void Check(long[] lengths, long steps, long batch, bool sorted)
                {
                    if (lengths.Length != batch)
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: {lengths.Length} lengths for a batch of {batch} sequences."
                        );
                    }

                    int bad = Array.FindIndex(lengths, length => length < 1 || length > steps);
                    if (bad >= 0)
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: length {lengths[bad]} of sequence {bad} lies outside 1 … {steps}."
                        );
                    }

                    if (sorted && !lengths.SequenceEqual(lengths.OrderDescending()))
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: lengths {Shapes.Text(lengths)} are not descending. Sort the sequences, or give enforce_sorted: false."
                        );
                    }
                }
            }
        }
    }
}
