using System.Buffers.Binary;
using Research.Numerics;

namespace Research.Data.Arrays;

/// <summary>The types of numbers that NumPy files hold, each read as a double.</summary>
/// <param name="Bytes">Of one number.</param>
/// <param name="Read">Reads one.</param>
internal sealed record NpyNumbers(int Bytes, Func<ReadOnlySpan<byte>, double> Read)
{
    /// <param name="type">A byte order, a kind and a size, such as "&lt;f8", "&gt;i2" or "|u1".</param>
    /// <exception cref="ResearchException">Numbers of another type.</exception>
    public static NpyNumbers Of(string type) =>
        type switch
        {
            "|b1" or "|u1" or "<u1" or ">u1" => new(1, bytes => bytes[0]),
            "|i1" or "<i1" or ">i1" => new(1, bytes => (sbyte)bytes[0]),
            "<u2" => new(2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
            ">u2" => new(2, bytes => BinaryPrimitives.ReadUInt16BigEndian(bytes)),
            "<i2" => new(2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
            ">i2" => new(2, bytes => BinaryPrimitives.ReadInt16BigEndian(bytes)),
            "<u4" => new(4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
            ">u4" => new(4, bytes => BinaryPrimitives.ReadUInt32BigEndian(bytes)),
            "<i4" => new(4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            ">i4" => new(4, bytes => BinaryPrimitives.ReadInt32BigEndian(bytes)),
            "<u8" => new(8, bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            ">u8" => new(8, bytes => BinaryPrimitives.ReadUInt64BigEndian(bytes)),
            "<i8" => new(8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            ">i8" => new(8, bytes => BinaryPrimitives.ReadInt64BigEndian(bytes)),
            "<f2" => new(2, bytes => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
            ">f2" => new(2, bytes => (double)BinaryPrimitives.ReadHalfBigEndian(bytes)),
            "<f4" => new(4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            ">f4" => new(4, bytes => BinaryPrimitives.ReadSingleBigEndian(bytes)),
            "<f8" => new(8, BinaryPrimitives.ReadDoubleLittleEndian),
            ">f8" => new(8, BinaryPrimitives.ReadDoubleBigEndian),
            "|O" => throw new ResearchException(
                "holds pickled Python objects, which could run code and are never read; save numbers: numpy.save(file, array.astype(float))."
            ),
            _ => throw new ResearchException(
                $"holds numbers of the type '{type}'; integers of 1 to 8 bytes and floats of 2, 4 and 8 are read."
            ),
        };
}
