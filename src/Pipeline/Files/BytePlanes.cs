using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Research.Pipeline.Files;

/// <summary>Numbers of eight bytes with their bytes regrouped: the lowest byte of every number, then the second of every one, and so on.</summary>
/// <remarks>Bytes of one significance resemble each other, so a compressor packs them tighter and several times faster (ADR 18).</remarks>
internal static class BytePlanes
{
    private const int Width = sizeof(ulong);

    /// <param name="numbers">One after the other.</param>
    public static byte[] Split(ReadOnlySpan<long> numbers)
    {
        byte[] planes = new byte[Width * numbers.Length];
        Span<ulong> square = stackalloc ulong[Width];
        int i = 0;
        for (; i + Width <= numbers.Length; i += Width)
        {
            MemoryMarshal.Cast<long, ulong>(numbers.Slice(i, Width)).CopyTo(square);
            Transpose(square);
            for (int plane = 0; plane < Width; plane++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(planes.AsSpan((plane * numbers.Length) + i), square[plane]);
            }
        }

        for (; i < numbers.Length; i++)
        {
            for (int plane = 0; plane < Width; plane++)
            {
                planes[(plane * numbers.Length) + i] = (byte)(numbers[i] >> (8 * plane));
            }
        }

        return planes;
    }

    /// <summary>Takes a split back.</summary>
    /// <param name="planes">As they were split: eight times as many as the numbers.</param>
    /// <param name="numbers">Receives them.</param>
    public static void Join(ReadOnlySpan<byte> planes, Span<long> numbers)
    {
        Span<ulong> square = stackalloc ulong[Width];
        int i = 0;
        for (; i + Width <= numbers.Length; i += Width)
        {
            for (int plane = 0; plane < Width; plane++)
            {
                square[plane] = BinaryPrimitives.ReadUInt64LittleEndian(planes[((plane * numbers.Length) + i)..]);
            }

            Transpose(square);
            square.CopyTo(MemoryMarshal.Cast<long, ulong>(numbers.Slice(i, Width)));
        }

        for (; i < numbers.Length; i++)
        {
            ulong number = 0;
            for (int plane = 0; plane < Width; plane++)
            {
                number |= (ulong)planes[(plane * numbers.Length) + i] << (8 * plane);
            }

            numbers[i] = (long)number;
        }
    }

    // Byte c of row r changes places with byte r of row c: first the quarters of the square, then the quarters of those, then theirs.
    // Warren (2013), "Hacker's Delight", section 7-3.
    private static void Transpose(Span<ulong> square)
    {
        for (int r = 0; r < 4; r++)
        {
            Exchange(ref square[r], ref square[r + 4], 32, 0x0000_0000_FFFF_FFFF);
        }

        for (int r = 0; r < 4; r++)
        {
            int first = r + (r & 2);
            Exchange(ref square[first], ref square[first + 2], 16, 0x0000_FFFF_0000_FFFF);
        }

        for (int r = 0; r < Width; r += 2)
        {
            Exchange(ref square[r], ref square[r + 1], 8, 0x00FF_00FF_00FF_00FF);
        }
    }

    private static void Exchange(ref ulong upper, ref ulong lower, int shift, ulong mask)
    {
        ulong different = ((upper >> shift) ^ lower) & mask;
        lower ^= different;
        upper ^= different << shift;
    }
}
