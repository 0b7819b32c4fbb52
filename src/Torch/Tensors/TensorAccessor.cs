using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a tensor's values in row-major order.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    public long Count => _tensor.numel();

    public bool IsReadOnly => false;

    public unsafe T this[params long[] indices]
    {
        get => ((T*)_tensor.Data)[Place(indices)];
        set
        {
            ((T*)_tensor.Data)[Place(indices)] = value;
            _tensor.Block.Version++;
        }
    }

    public unsafe T[] ToArray() => new ReadOnlySpan<T>(_tensor.Data, checked((int)Count)).ToArray();

    public unsafe void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        new ReadOnlySpan<T>(_tensor.Data, checked((int)Count))[(int)tensorIndex..].CopyTo(array.AsSpan(arrayIndex));

    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0) =>
        new ReadOnlySpan<T>(_tensor.Data, checked((int)Count))[(int)tensorIndex..].CopyTo(array[arrayIndex..]);

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Values of the array from its index on, into the tensor from its own on, as many as there are.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        array[arrayIndex..].CopyTo(new Span<T>(_tensor.Data, checked((int)Count))[(int)tensorIndex..]);
        _tensor.Block.Version++;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() { }

    private long Place(long[] indices)
    {
        if (indices.Length == 1)
        {
            return indices[0] >= 0 && indices[0] < Count
                ? indices[0]
                : throw new ArgumentOutOfRangeException(nameof(indices), $"There is no element {indices[0]} among {Count}.");
        }

        long place = 0;
        for (int d = 0; d < indices.Length; d++)
        {
            place = (place * _tensor.Sizes[d]) + indices[d];
        }

        return place;
    }
}
