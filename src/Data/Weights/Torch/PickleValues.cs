using Research.Data.Weights.Tensors;

namespace Research.Data.Weights.Torch;

/// <summary>A dictionary, ordered or not, of a pickle.</summary>
internal sealed class PickleMap
{
    public List<(object? Key, object? Value)> Entries { get; } = [];

    /// <summary>The last value of that name; null where there is none.</summary>
    public object? Find(string name) => Entries.FindLast(entry => entry.Key is string key && key == name).Value;
}

/// <summary>A name of Python's that a pickle says and that this reader knows: only what it stands for is made, never the thing itself.</summary>
internal sealed record PickleName(string Name);

/// <summary>Numbers that lie elsewhere in the file.</summary>
/// <param name="Key">Their name there.</param>
/// <param name="Count">How many, as the pickle says.</param>
internal sealed record PickleStorage(NumberType Type, string Key, long Count);

/// <summary>A view of a storage.</summary>
/// <param name="Offset">Of the first value, in values.</param>
/// <param name="Strides">Values from one to the next, a dimension each.</param>
internal sealed record PickleTensor(PickleStorage Storage, long Offset, long[] Sizes, long[] Strides);
