using System.Buffers.Binary;
using System.Numerics;

namespace Research.Pipeline.Files.Pcm;

/// <summary>Reads what a <see cref="BitWriter" /> wrote. Whatever the bytes are, each call ends: with a value, or because they are too few.</summary>
/// <param name="bytes">All of them.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private const int WindowBits = 57; // of eight bytes, where the first of them begins in its last bit

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _position;

    private readonly long Left => (8L * _bytes.Length) - _position;

    /// <param name="bits">0 to 32.</param>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public uint Read(int bits)
    {
        if (bits > Left)
        {
            throw TooFew();
        }

        uint value = (uint)((Window() >> 1) >> (63 - bits));
        _position += bits;
        return value;
    }

    /// <param name="parameter">Number of low bits, at most 30.</param>
    /// <exception cref="InvalidDataException">The bytes end first.</exception>
    public uint ReadRice(int parameter)
    {
        ulong window = Window();
        int zeros = BitOperations.LeadingZeroCount(window);
        int bits = zeros + 1 + parameter;
        if (bits > WindowBits)
        {
            return ReadLongRice(parameter);
        }

        _position += bits;
        if (Left < 0)
        {
            throw TooFew();
        }

        uint low = (uint)((window << zeros << 1) >> 1 >> (63 - parameter));
        return ((uint)zeros << parameter) | low;
    }

    /// <exception cref="InvalidDataException">The bytes end first, or the value has more than 31 bits.</exception>
    public uint ReadGamma()
    {
        int zeros = BitOperations.LeadingZeroCount(Window());
        if (zeros > 30)
        {
            throw new InvalidDataException("A run is too long to be one.");
        }

        _ = Read(zeros);
        return Read(zeros + 1);
    }

    /// <summary>Checks that nothing is left but the zeros that fill the last byte.</summary>
    /// <exception cref="InvalidDataException">Something is.</exception>
    public readonly void CheckEnd()
    {
        if (Left >= 8 || Window() != 0)
        {
            throw new InvalidDataException($"{Left} bits are left over.");
        }
    }

    private uint ReadLongRice(int parameter)
    {
        uint zeros = 0;
        while (Read(1) == 0)
        {
            zeros++;
        }

        return unchecked((zeros << parameter) | Read(parameter));
    }

    // The next bits from the top down, at least 57 of them; zeros behind the end.
    private readonly ulong Window()
    {
        int first = (int)(_position >> 3);
        ulong window =
            first + sizeof(ulong) <= _bytes.Length ? BinaryPrimitives.ReadUInt64BigEndian(_bytes[first..]) : Tail(first);
        return window << (int)(_position & 7);
    }

    private readonly ulong Tail(int first)
    {
        ulong window = 0;
        for (int i = first; i < _bytes.Length; i++)
        {
            window |= (ulong)_bytes[i] << (56 - (8 * (i - first)));
        }

        return window;
    }

    private static InvalidDataException TooFew() => new("The bytes end before the samples do.");
}
