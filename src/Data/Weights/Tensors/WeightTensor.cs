using Research.Numerics;

namespace Research.Data.Weights.Tensors;

/// <summary>A named tensor of a trained network, read when it is asked for.</summary>
public sealed class WeightTensor
{
    /// <summary>The most dimensions that a tensor of a file may have.</summary>
    internal const int MostDimensions = 8;

    /// <summary>The most numbers of one tensor, 2 GiB as float32.</summary>
    internal const int MostValues = 1 << 29;

    private readonly Func<float[]> _load;

    /// <summary>A tensor that is in memory already.</summary>
    /// <exception cref="ArgumentException">The shape has another number of values.</exception>
    public WeightTensor(string name, IReadOnlyList<int> shape, float[] values)
        : this(name, shape, () => values)
    {
        if (Count != values.Length)
        {
            throw new ArgumentException(
                $"'{name}' of shape {ShapeText} has {Count} values; {values.Length} came.",
                nameof(values)
            );
        }
    }

    internal WeightTensor(string name, IReadOnlyList<int> shape, Func<float[]> load) =>
        (Name, Shape, _load) = (name, shape, load);

    public string Name { get; }

    /// <summary>Empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of values.</summary>
    public int Count => Shape.Aggregate(1, (product, size) => checked(product * size));

    /// <summary>Its shape as messages have it.</summary>
    public string ShapeText => Shape.Count == 0 ? "one number" : string.Join('×', Shape);

    /// <summary>The values, the last dimension fastest; other types of numbers become float32.</summary>
    /// <exception cref="ResearchException">The file is no longer what it was.</exception>
    public float[] Read() => _load();

    /// <summary>As rows and columns: the first dimension, and all others.</summary>
    public Matrix ReadMatrix()
    {
        int rows = Shape.Count > 1 ? Shape[0] : 1;
        var matrix = new Matrix(rows, rows == 0 ? 0 : Count / rows);
        float[] values = Read();
        for (int i = 0; i < values.Length; i++)
        {
            matrix.Values[i] = values[i];
        }

        return matrix;
    }

    /// <summary>Sizes that a file states, checked before any memory is asked for.</summary>
    /// <param name="most">Numbers that the file can hold.</param>
    /// <exception cref="InvalidDataException">They cannot be.</exception>
    internal static int[] CheckedShape(string name, IReadOnlyList<long> sizes, long most)
    {
        long count = 1;
        bool right = sizes.Count <= MostDimensions;
        foreach (long size in sizes)
        {
            right &= size is >= 0 and <= MostValues;
            count = right ? count * size : 0;
            right &= count <= Math.Min(most, MostValues);
        }

        return right
            ? [.. sizes.Select(size => (int)size)]
            : throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' of shape {string.Join('×', sizes.Take(MostDimensions))} has more numbers than the file holds."
            );
    }
}
