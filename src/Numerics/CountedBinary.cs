namespace Research.Numerics;

/// <summary>Counts that are read from a file before what they count: a damaged or forged one must not ask for the machine's memory.</summary>
/// <remarks>The stream can seek, as files and memory do.</remarks>
public static class CountedBinary
{
    /// <summary>A count of things that follow, refused where the bytes that are left cannot hold them.</summary>
    /// <param name="leastBytes">Bytes that one of them takes at least; above 0.</param>
    /// <exception cref="EndOfStreamException">The stream ends within the count, or before so many.</exception>
    /// <exception cref="InvalidDataException">The count is negative.</exception>
    public static int ReadCount(BinaryReader reader, int leastBytes)
    {
        int count = reader.ReadInt32();
        if (count < 0)
        {
            throw new InvalidDataException($"A count is {count}; the data are damaged.");
        }

        return Holds(reader.BaseStream, count, leastBytes)
            ? count
            : throw new EndOfStreamException($"A count says {count}, which is more than the data hold.");
    }

    /// <summary>A block of bytes, its length before it.</summary>
    /// <exception cref="EndOfStreamException">The stream holds less than the length says.</exception>
    /// <exception cref="InvalidDataException">The length is negative.</exception>
    public static byte[] ReadBlock(BinaryReader reader)
    {
        byte[] block = new byte[ReadCount(reader, 1)];
        reader.BaseStream.ReadExactly(block);
        return block;
    }

    /// <summary>Whether the bytes that are left can hold that many things; only a stream that can seek knows.</summary>
    internal static bool Holds(Stream stream, long count, int leastBytes) =>
        count <= (stream.Length - stream.Position) / leastBytes;
}
