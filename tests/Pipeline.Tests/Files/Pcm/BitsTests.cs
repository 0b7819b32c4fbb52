using Research.Numerics;
using Research.Pipeline.Files.Pcm;

namespace Research.Pipeline.Tests.Files.Pcm;

public class BitsTests
{
    [Fact]
    public void The_first_bit_is_the_highest_and_the_last_byte_is_filled_with_zeros()
    {
        var writer = new BitWriter();
        writer.Write(0b101, 3);
        writer.Write(0, 0);
        writer.WriteRice(0b10_11, 2); // two zeros, a one, the two low bits
        writer.WriteGamma(5); // two zeros, then 101
        Assert.Equal([0b101_00111, 0b00101_000], writer.ToArray());
    }

    [Fact]
    public void Whatever_is_written_reads_back()
    {
        var rng = Rng.For(1, "bits");
        for (int round = 0; round < 200; round++)
        {
            (int Kind, uint Value, int Bits)[] fields = [.. Enumerable.Range(0, rng.NextInt(300)).Select(_ => Field(rng))];
            var writer = new BitWriter();
            foreach ((int kind, uint value, int bits) in fields)
            {
                Write(writer, kind, value, bits);
            }

            var reader = new BitReader(writer.ToArray());
            foreach ((int kind, uint value, int bits) in fields)
            {
                Assert.Equal(value, Read(ref reader, kind, bits));
            }

            reader.CheckEnd();
        }
    }

    [Fact]
    public void Bits_behind_the_end_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => new BitReader([0xFF]).Read(9));
        Assert.Throws<InvalidDataException>(() => new BitReader([0, 0]).ReadRice(3));
        Assert.Throws<InvalidDataException>(() => new BitReader([1]).ReadRice(1));
        Assert.Throws<InvalidDataException>(() => new BitReader(new byte[100]).ReadRice(0));
        Assert.Throws<InvalidDataException>(() => new BitReader(new byte[100]).ReadGamma());
        Assert.Throws<InvalidDataException>(() => new BitReader([0, 0, 0x10]).ReadGamma());
        Assert.Throws<InvalidDataException>(() => new BitReader([1]).CheckEnd());
        Assert.Throws<InvalidDataException>(() => new BitReader([0]).CheckEnd());
    }

    private static (int Kind, uint Value, int Bits) Field(Rng rng)
    {
        int bits = rng.NextInt(33);
        uint value = bits == 0 ? 0 : (uint)(rng.NextUInt64() >> (64 - bits));
        return rng.NextInt(3) switch
        {
            0 => (0, value, bits),
            1 => (1, value, Math.Clamp(bits - rng.NextInt(8), 0, 30)), // quotients up to 255, beyond any window
            _ => (2, (value >> 1) | 1, 0),
        };
    }

    private static void Write(BitWriter writer, int kind, uint value, int bits)
    {
        switch (kind)
        {
            case 0:
                writer.Write(value, bits);
                break;
            case 1:
                writer.WriteRice(value, bits);
                break;
            default:
                writer.WriteGamma(value);
                break;
        }
    }

    private static uint Read(ref BitReader reader, int kind, int bits) =>
        kind switch
        {
            0 => reader.Read(bits),
            1 => reader.ReadRice(bits),
            _ => reader.ReadGamma(),
        };
}
