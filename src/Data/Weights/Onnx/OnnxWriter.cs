using System.Runtime.InteropServices;
using System.Text;
using Research.Data.Weights.Tensors;

namespace Research.Data.Weights.Onnx;

/// <summary>Writes tensors as the initialisers of an ONNX model whose graph has no operations: other programs read the numbers by name.</summary>
/// <remarks>Source: onnx.proto; version 8 of its intermediate representation.</remarks>
internal static class OnnxWriter
{
    private const int IrVersion = 8;
    private const int Opset = 13;
    private const int Float32 = 1;

    /// <summary>Writes tensors as float32, in the order given.</summary>
    public static void Write(Stream stream, IReadOnlyList<WeightTensor> tensors)
    {
        byte[][] heads = [.. tensors.Select(Head)];
        long[] sizes = [.. tensors.Select((tensor, i) => heads[i].Length + ((long)tensor.Count * sizeof(float)))];
        byte[] name = Field(2, Encoding.UTF8.GetBytes("weights"));
        long graph = name.Length + sizes.Sum(size => Start(5, size).Length + size);
        stream.Write(Number(1, IrVersion));
        stream.Write(Field(2, Encoding.UTF8.GetBytes("Research")));
        stream.Write(Start(7, graph));
        stream.Write(name);
        for (int i = 0; i < tensors.Count; i++)
        {
            stream.Write(Start(5, sizes[i]));
            stream.Write(heads[i]);
            stream.Write(MemoryMarshal.AsBytes<float>(tensors[i].Read()));
        }

        stream.Write(Field(8, Number(2, Opset)));
    }

    // Everything of a tensor but the numbers, which come last.
    private static byte[] Head(WeightTensor tensor) =>
        [
            .. tensor.Shape.SelectMany(size => Number(1, size)),
            .. Number(2, Float32),
            .. Field(8, Encoding.UTF8.GetBytes(tensor.Name)),
            .. Start(9, (long)tensor.Count * sizeof(float)),
        ];

    private static byte[] Field(int number, byte[] contents) => [.. Start(number, contents.Length), .. contents];

    private static byte[] Start(int number, long bytes) => [.. Varint((number << 3) | 2), .. Varint(bytes)];

    private static byte[] Number(int number, long value) => [.. Varint(number << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
