using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Torch.Devices;
using static TorchSharp.torch;

namespace Research.Torch.States;

/// <summary>TorchSharp's file of named tensors: a count, then for each a name, type, shape and bytes; numbers in base 128.</summary>
internal static class StateFile
{
    private const int MostDimensions = 16;
    private const long LargestTensorBytes = int.MaxValue; // as many as a span has

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
                Tensor tensor = ReadTensor(reader, name);
                if (!state.TryAdd(name, tensor))
                {
                    throw new InvalidDataException($"The model file has two tensors named {last}; it is damaged.");
                }
            }

            return count >= 0 ? state : throw new InvalidDataException($"The model file says {count} tensors; it is damaged.");
        }
        catch (Exception error) when (error is IOException or FormatException)
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

        CheckRoom(reader.BaseStream, sizes, (ScalarType)type);
        return FromBytes(reader, sizes, (ScalarType)type);
    }

    // Before memory is asked for. A stream that cannot seek does not know its length; its bytes are taken as they come.
    private static void CheckRoom(Stream stream, long[] sizes, ScalarType type)
    {
        long left = stream.CanSeek ? Math.Min(stream.Length - stream.Position, LargestTensorBytes) : LargestTensorBytes;
        long bytes = ScalarTypes.Size(type);
        foreach (long size in sizes)
        {
            if (size is < 0 or > LargestTensorBytes || bytes * size > left)
            {
                throw new EndOfStreamException();
            }

            bytes *= size;
        }
    }

    private static ReadOnlySpan<byte> Bytes(Tensor tensor) =>
        tensor.dtype switch
        {
            ScalarType.Float32 => OneNaN.Bytes(tensor.data<float>().ToArray()),
            ScalarType.Int64 => MemoryMarshal.AsBytes(tensor.data<long>().ToArray().AsSpan()),
            _ => MemoryMarshal.AsBytes(tensor.data<bool>().ToArray().AsSpan()),
        };

    private static unsafe Tensor FromBytes(BinaryReader reader, long[] sizes, ScalarType type)
    {
        if (!reader.BaseStream.CanSeek)
        {
            using var whole = new BinaryReader(Arrived(reader.BaseStream, Shapes.Count(sizes) * ScalarTypes.Size(type)));
            return FromBytes(whole, sizes, type);
        }

        Tensor result = Tensor.New(sizes, type, HostPlace.Instance);
        var bytes = new Span<byte>(result.Data, checked((int)(result.numel() * ScalarTypes.Size(type))));
        reader.BaseStream.ReadExactly(bytes);
        return result;
    }

    private static MemoryStream Arrived(Stream stream, long count)
    {
        var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        while (bytes.Length < count)
        {
            int read = stream.Read(part, 0, (int)Math.Min(part.Length, count - bytes.Length));
            bytes.Write(part, 0, read > 0 ? read : throw new EndOfStreamException());
        }

        bytes.Position = 0;
        return bytes;
    }
}
