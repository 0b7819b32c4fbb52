using System.Buffers.Binary;

namespace Research.Pipeline.Files.Pcm;

/// <summary>Writes bits into bytes, the most significant bit first.</summary>
internal sealed class BitWriter
{
    private const int WordBits = 32;

    private byte[] _bytes = new byte[1024];
    private int _count;
    private ulong _pending; // its low bits are not written yet
    private int _pendingBits; // always less than a word

    /// <param name="value">Has no bits above those.</param>
    /// <param name="bits">0 to 32.</param>
    public void Write(uint value, int bits)
    {
        _pending = (_pending << bits) | value;
        _pendingBits += bits;
        if (_pendingBits >= WordBits)
        {
            _pendingBits -= WordBits;
            WriteWord((uint)(_pending >> _pendingBits));
        }
    }

    /// <summary>A Rice code: the value without its low bits in unary, as so many zeros and a one; then the low bits.</summary>
    /// <param name="parameter">Number of low bits, at most 30.</param>
    public void WriteRice(uint value, int parameter)
    {
        uint zeros = value >> parameter;
        uint tail = (1u << parameter) | (value & ((1u << parameter) - 1));
        for (; zeros + parameter >= WordBits; zeros -= WordBits)
        {
            if (zeros < WordBits)
            {
                Write(0, (int)zeros);
                zeros = 0;
                break;
            }

            Write(0, WordBits);
        }

        Write(tail, (int)zeros + parameter + 1);
    }

    /// <summary>An Elias gamma code: as many zeros as the number has bits below its first one, then the number.</summary>
    /// <param name="value">At least 1.</param>
    public void WriteGamma(uint value)
    {
        int bits = System.Numerics.BitOperations.Log2(value);
        Write(0, bits);
        Write(value, bits + 1);
    }

    /// <summary>What was written; the last byte is filled with zeros.</summary>
    public byte[] ToArray()
    {
        byte[] all = new byte[_count + ((_pendingBits + 7) / 8)];
        _bytes.AsSpan(0, _count).CopyTo(all);
        ulong rest = _pending << (WordBits - _pendingBits);
        for (int i = _count; i < all.Length; i++)
        {
            all[i] = (byte)(rest >> (WordBits - (8 * (i - _count + 1))));
        }

        return all;
    }

    private void WriteWord(uint word)
    {
        if (_count + sizeof(uint) > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(_count), word);
        _count += sizeof(uint);
    }
}
