using static TorchSharp.torch;

namespace Research.Torch;

/// <summary>TorchSharp's file of named tensors: a count, then for each a name, type, shape and bytes; numbers in base 128.</summary>
internal static class StateFile
{
    private const int MostDimensions = 16;

    public static void Write(BinaryWriter writer, IEnumerable<KeyValuePair<string, Tensor>> state)
    {
        KeyValuePair<string, Tensor>[] entries = [.. state];
        writer.Write7BitEncodedInt64(entries.Length);
        foreach ((string name, Tensor tensor) in entries)
        {
            writer.Write(name);
            writer.Write7BitEncodedInt64((long)tensor.dtype);
            writer.Write7BitEncodedInt64(tensor.Sizes.Length);
            Array.ForEach(tensor.Sizes, writer.Write7BitEncodedInt64);
            writer.Write(Bytes(tensor));
        }
    }

    public static Dictionary<string, Tensor> Read(BinaryReader reader)
    {
        var state = new Dictionary<string, Tensor>();
        string last = "its count";
        try
        {
            long count = reader.Read7BitEncodedInt64();
            for (long i = 0; i < count; i++)
            {
                string name = reader.ReadString();
                last = $"'{name}'";
                state.Add(name, ReadTensor(reader, name));
            }

            return state;
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException(
                $"The model file ends within {last}; it is cut off or no model file. Save or fetch it again.",
                error
            );
        }
    }

    private static Tensor ReadTensor(BinaryReader reader, string name)
    {
        long type = reader.Read7BitEncodedInt64();
        long dimensions = reader.Read7BitEncodedInt64();
        if (
            type is not ((long)ScalarType.Float32 or (long)ScalarType.Int64 or (long)ScalarType.Bool)
            || dimensions is < 0 or > MostDimensions
        )
        {
            throw new InvalidDataException(
                $"The model file has no tensor of a known type at '{name}' (type {type}, {dimensions} dimensions); it is damaged or of another version."
            );
        }

        var sizes = new long[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            sizes[d] = reader.Read7BitEncodedInt64();
        }

        long left = reader.BaseStream.CanSeek ? reader.BaseStream.Length - reader.BaseStream.Position : long.MaxValue;
        if (
            Array.Exists(sizes, size => size < 0 || size > left)
            || Shapes.Count(sizes) * ScalarTypes.Size((ScalarType)type) > left
        )
        {
            throw new EndOfStreamException();
        }

        return FromBytes(reader, sizes, (ScalarType)type);
    }

    private static unsafe byte[] Bytes(Tensor tensor) =>
        new ReadOnlySpan<byte>(tensor.Data, checked((int)(tensor.numel() * ScalarTypes.Size(tensor.dtype)))).ToArray();

    private static unsafe Tensor FromBytes(BinaryReader reader, long[] sizes, ScalarType type)
    {
        Tensor result = Tensor.New(sizes, type);
        var bytes = new Span<byte>(result.Data, checked((int)(result.numel() * ScalarTypes.Size(type))));
        reader.BaseStream.ReadExactly(bytes);
        return result;
    }
}
