using System.Text.Json;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>A network's tensors as one file of float32, little-endian, and a list in JSON: [{"torchvision": name, "shape": [...], "offset": bytes}].</summary>
internal static class Float32File
{
    /// <exception cref="ResearchException">The list cannot be read, or names numbers that the file does not hold.</exception>
    public static IReadOnlyList<WeightTensor> Read(string numbers, string list)
    {
        long bytes = new FileInfo(numbers).Length;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(list));
            return [.. json.RootElement.EnumerateArray().Select(entry => TensorOf(entry, numbers, bytes))];
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or InvalidDataException
            )
        {
            throw new ResearchException($"{Path.GetFileName(list)} is no list of tensors: {error.Message}", error);
        }
    }

    private static WeightTensor TensorOf(JsonElement entry, string numbers, long bytes)
    {
        string name = entry.GetProperty("torchvision").GetString() ?? "";
        long offset = entry.GetProperty("offset").GetInt64();
        long[] sizes = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        int[] shape = WeightTensor.CheckedShape(name, sizes, bytes / sizeof(float));
        long count = shape.Aggregate(1L, (product, size) => product * size);
        return offset >= 0 && offset <= bytes - (count * sizeof(float))
            ? new WeightTensor(name, shape, () => FilePart.Numbers(numbers, offset, NumberType.Float32, shape))
            : throw new InvalidDataException(
                $"'{name}' of {count} numbers from byte {offset} on lies outside {Path.GetFileName(numbers)}, which has {bytes} bytes."
            );
    }
}
