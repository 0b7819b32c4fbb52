using System.Buffers.Binary;

namespace Research.Data.Weights.Tensors;

/// <summary>How a file stores a number; all little-endian.</summary>
internal enum NumberType
{
    Float32,
    Float64,
    Float16,

    /// <summary>The upper half of a float32.</summary>
    BFloat16,
    Int64,
    Int32,
    Int16,
    Int8,
    UInt8,
}

/// <summary>Numbers of every type as float32.</summary>
internal static class NumberTypes
{
    private const int PartBytes = 1 << 16;

    public static int Bytes(NumberType type) =>
        type switch
        {
            NumberType.Float64 or NumberType.Int64 => 8,
            NumberType.Float32 or NumberType.Int32 => 4,
            NumberType.Float16 or NumberType.BFloat16 or NumberType.Int16 => 2,
            _ => 1,
        };

    /// <summary>The numbers at the stream's place.</summary>
    /// <exception cref="EndOfStreamException">There are not so many.</exception>
    public static float[] Read(Stream stream, NumberType type, int count)
    {
        var values = new float[count];
        int size = Bytes(type);
        byte[] part = new byte[PartBytes];
        for (int start = 0; start < count; start += PartBytes / size)
        {
            int length = Math.Min(PartBytes / size, count - start);
            stream.ReadExactly(part, 0, length * size);
            for (int i = 0; i < length; i++)
            {
                values[start + i] = Of(part.AsSpan(i * size), type);
            }
        }

        return values;
    }

    private static float Of(ReadOnlySpan<byte> bytes, NumberType type) =>
        type switch
        {
            NumberType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            NumberType.Float64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            NumberType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
            NumberType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
            NumberType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            NumberType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            NumberType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            NumberType.Int8 => (sbyte)bytes[0],
            _ => bytes[0],
        };
}
