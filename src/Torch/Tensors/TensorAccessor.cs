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
        get
        {
            T value;
            _tensor.Place.Download((T*)_tensor.Data + Place(indices), &value, sizeof(T));
            return value;
        }
        set
        {
            _tensor.Place.Upload(&value, (T*)_tensor.Data + Place(indices), sizeof(T));
            _tensor.Block.Version++;
        }
    }

    public T[] ToArray()
    {
        var values = new T[checked((int)Count)];
        CopyTo(values.AsSpan());
        return values;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Span<T> part = array[arrayIndex..][..checked((int)(Count - tensorIndex))];
        fixed (T* target = part)
        {
            _tensor.Place.Download((T*)_tensor.Data + tensorIndex, target, (long)part.Length * sizeof(T));
        }
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Values of the array from its index on, into the tensor from its own on, as many as there are.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> part = array[arrayIndex..];
        if (part.Length > Count - tensorIndex)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{part.Length} values do not fit from {tensorIndex} on into a tensor of {Count}."),
                nameof(array)
            );
        }

        fixed (T* source = part)
        {
            _tensor.Place.Upload(source, (T*)_tensor.Data + tensorIndex, (long)part.Length * sizeof(T));
        }

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
