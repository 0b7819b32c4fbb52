using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Weights.Torch;

/// <summary>The named tensors in what a pickle said.</summary>
internal static class TorchState
{
    // Under what names training scripts keep the weights beside other things.
    private static readonly string[] Inner = ["state_dict", "model_state_dict", "model"];

    /// <exception cref="InvalidDataException">It is no dictionary of tensors.</exception>
    public static IReadOnlyList<(string Name, PickleTensor Tensor)> Of(object? root)
    {
        PickleMap map = root as PickleMap ?? throw new InvalidDataException("its pickle is no dictionary of tensors.");
        map = Inner.Select(map.Find).OfType<PickleMap>().FirstOrDefault() ?? map;
        return
        [
            .. map.Entries.Select(entry =>
                entry is { Key: string { Length: > 0 } name, Value: PickleTensor tensor }
                    ? (name, tensor)
                    : throw new InvalidDataException(
                        $"its dictionary holds something else than a tensor under {(entry.Key is string key ? $"'{Printable.Of(key)}'" : "a key that is no name")}: save the state alone, torch.save(network.state_dict(), path)."
                    )
            ),
        ];
    }

    /// <summary>A tensor whose numbers a reader of its storage gives.</summary>
    /// <param name="read">All numbers of the storage.</param>
    /// <exception cref="InvalidDataException">It reaches beyond its storage.</exception>
    public static WeightTensor Tensor(string name, PickleTensor tensor, Func<float[]> read)
    {
        int[] shape = WeightTensor.CheckedShape(name, tensor.Sizes, tensor.Storage.Count);
        int count = shape.Aggregate(1, (product, size) => product * size);
        long most = Math.Max(tensor.Storage.Count, 1);
        if (
            most > WeightTensor.MostValues
            || tensor.Offset < 0
            || tensor.Offset > tensor.Storage.Count
            || tensor.Strides.Any(stride => stride < 0 || stride > most)
            || (
                count > 0
                && tensor.Offset + tensor.Strides.Select((stride, d) => stride * (shape[d] - 1)).Sum() >= tensor.Storage.Count
            )
        )
        {
            throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' reaches beyond its {tensor.Storage.Count} numbers."
            );
        }

        return new WeightTensor(name, shape, () => Taken(read(), (int)tensor.Offset, shape, tensor.Strides, count));
    }

    private static float[] Taken(float[] storage, int offset, int[] shape, long[] strides, int count)
    {
        if (offset == 0 && count == storage.Length && IsPlain(shape, strides))
        {
            return storage;
        }

        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            (long place, int rest) = (offset, i);
            for (int d = shape.Length - 1; d >= 0; d--)
            {
                place += strides[d] * (rest % shape[d]);
                rest /= shape[d];
            }

            values[i] = storage[place];
        }

        return values;
    }

    private static bool IsPlain(int[] shape, long[] strides)
    {
        long next = 1;
        for (int d = shape.Length - 1; d >= 0; d--)
        {
            if (shape[d] > 1 && strides[d] != next)
            {
                return false;
            }

            next *= shape[d];
        }

        return true;
    }
}
