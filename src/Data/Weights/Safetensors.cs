using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Weights;

/// <summary>The format safetensors: a header in JSON that says where each tensor lies, then the numbers.</summary>
/// <remarks>Source: the format's description (Hugging Face, version 0.4): eight bytes for the header's length, little-endian; offsets count from the header's end.</remarks>
internal static class Safetensors
{
    private const int MostHeaderBytes = 1 << 24;
    private const int Alignment = 8;

    private static readonly Dictionary<string, NumberType> Types = new(StringComparer.Ordinal)
    {
        ["F32"] = NumberType.Float32,
        ["F64"] = NumberType.Float64,
        ["F16"] = NumberType.Float16,
        ["BF16"] = NumberType.BFloat16,
        ["I64"] = NumberType.Int64,
        ["I32"] = NumberType.Int32,
        ["I16"] = NumberType.Int16,
        ["I8"] = NumberType.Int8,
        ["U8"] = NumberType.UInt8,
        ["BOOL"] = NumberType.UInt8,
    };

    /// <summary>Writes tensors as float32, in the order given.</summary>
    public static void Write(Stream stream, IReadOnlyList<WeightTensor> tensors)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            WriteHeader(json, tensors);
        }

        while (header.Length % Alignment > 0)
        {
            header.WriteByte((byte)' ');
        }

        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach (WeightTensor tensor in tensors)
        {
            stream.Write(MemoryMarshal.AsBytes<float>(tensor.Read()));
        }
    }

    internal static bool Is(ReadOnlySpan<byte> head) =>
        head.Length > sizeof(long) && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == 0 && head[sizeof(long)] == '{';

    internal static IReadOnlyList<WeightTensor> Read(string path, FileStream file)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        file.ReadExactly(length);
        long size = BinaryPrimitives.ReadInt64LittleEndian(length);
        if (size > MostHeaderBytes || size > file.Length - sizeof(long))
        {
            throw new InvalidDataException(
                $"states a header of {size} bytes; it has {file.Length} bytes in all, and {MostHeaderBytes} are the most."
            );
        }

        byte[] header = new byte[size];
        file.ReadExactly(header);
        try
        {
            using var json = JsonDocument.Parse(header);
            return Tensors(json.RootElement, path, file.Length, size + sizeof(long));
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"its header is no list of tensors: {Printable.Of(error.Message)}", error);
        }
    }

    private static WeightTensor[] Tensors(JsonElement root, string path, long fileBytes, long start) =>
        [
            .. root.EnumerateObject()
                .Where(entry => entry.Name != "__metadata__")
                .Select(entry => TensorOf(entry.Name, entry.Value, path, fileBytes, start)),
        ];

    private static WeightTensor TensorOf(string name, JsonElement entry, string path, long fileBytes, long start)
    {
        string type = entry.GetProperty("dtype").GetString() ?? "";
        long[] sizes = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] offsets = [.. entry.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (!Types.TryGetValue(type, out NumberType number))
        {
            throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' has numbers of type '{Printable.Of(type)}'; known are {string.Join(", ", Types.Keys)}."
            );
        }

        int[] shape = WeightTensor.CheckedShape(name, sizes, fileBytes);
        long bytes = shape.Aggregate(1L, (product, size) => product * size) * NumberTypes.Bytes(number);
        if (offsets.Length != 2 || offsets[0] < 0 || offsets[0] > fileBytes - start - bytes || offsets[1] != offsets[0] + bytes)
        {
            throw new InvalidDataException(
                $"the tensor '{Printable.Of(name)}' of {bytes} bytes is said to lie at {string.Join(" to ", offsets.Take(2))} of {fileBytes - start}."
            );
        }

        return new WeightTensor(name, shape, () => FilePart.Numbers(path, start + offsets[0], number, shape));
    }

    private static void WriteHeader(Utf8JsonWriter json, IReadOnlyList<WeightTensor> tensors)
    {
        long offset = 0;
        json.WriteStartObject();
        foreach (WeightTensor tensor in tensors)
        {
            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", "F32");
            json.WriteStartArray("shape");
            foreach (int size in tensor.Shape)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            json.WriteNumberValue(offset += (long)tensor.Count * sizeof(float));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
