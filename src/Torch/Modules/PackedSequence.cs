namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of several lengths, step after step, longest first, without padding.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>[sum of lengths, …].</summary>
                    public readonly Tensor data;

                    /// <summary>Sequences that still run at each step.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Which of the given sequences stands at each place.</summary>
                    public readonly Tensor sorted_indices;

                    /// <summary>The place at which each of the given sequences stands.</summary>
                    public readonly Tensor unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batchSizes, Tensor sorted, Tensor unsorted)
                    {
                        this.data = data;
                        batch_sizes = batchSizes;
                        sorted_indices = sorted;
                        unsorted_indices = unsorted;
                    }

                    internal int[] Sizes => [.. batch_sizes.data<long>().ToArray().Select(size => (int)size)];

                    internal PackedSequence With(Tensor other) => new(other, batch_sizes, sorted_indices, unsorted_indices);

                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices.Dispose();
                        unsorted_indices.Dispose();
                    }
                }
            }
        }
    }
}
