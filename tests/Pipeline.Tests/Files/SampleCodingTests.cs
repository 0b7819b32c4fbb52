using Research.Numerics;
using Research.Pipeline.Files;

namespace Research.Pipeline.Tests.Files;

public class SampleCodingTests
{
    private const double Step = 1.0 / 32768;

    private static readonly Dictionary<string, double[]> NotPcm = new()
    {
        ["negative zero"] = [-0.0],
        ["not a number"] = [double.NaN],
        ["signalling, with a payload"] = [BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001)],
        ["quiet, with a payload"] = [BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_1234)],
        ["infinity"] = [double.PositiveInfinity],
        ["one step too high"] = [1.0],
        ["one step too low"] = [-1.0 - Step],
        ["2^16 steps, which wrap to zero"] = [2.0],
        ["half a step, late"] = [0, 0.25, Step / 2],
        ["a tenth"] = [0.1],
        ["the least above zero"] = [double.Epsilon],
        ["huge"] = [1e300],
    };

    private static readonly Dictionary<string, double[]> Pcm = new()
    {
        ["nothing"] = [],
        ["zero"] = [0],
        ["lowest"] = [-1],
        ["highest"] = [short.MaxValue * Step],
        ["residuals beyond 16 bits"] = [-1, short.MaxValue * Step, -1, -1, short.MaxValue * Step, 0, -1],
        ["loud noise"] = Noise(1),
        ["faint noise"] = Noise(0.001),
    };

    public static TheoryData<string> NamesOfNotPcm => [.. NotPcm.Keys];

    public static TheoryData<string> NamesOfPcm => [.. Pcm.Keys];

    [Theory]
    [MemberData(nameof(NamesOfNotPcm))]
    public void What_is_not_16_bits_is_seen_and_reads_back_bit_for_bit(string name)
    {
        double[] samples = NotPcm[name];
        Assert.False(SampleCoding.IsPcm(samples));
        Assert.Equal(8 * samples.Length, SampleCoding.BytesOf(samples.Length, false));
        Assert.Equal(Bits(samples), Bits(SampleCoding.Decode(SampleCoding.Encode(samples, false), false)));
    }

    [Theory]
    [MemberData(nameof(NamesOfPcm))]
    public void What_is_16_bits_takes_two_bytes_a_sample_and_reads_back_bit_for_bit(string name)
    {
        double[] samples = Pcm[name];
        Assert.True(SampleCoding.IsPcm(samples));
        byte[] bytes = SampleCoding.Encode(samples, true);
        Assert.Equal(2 * samples.Length, bytes.Length);
        Assert.Equal(bytes.Length, SampleCoding.BytesOf(samples.Length, true));
        Assert.Equal(Bits(samples), Bits(SampleCoding.Decode(bytes, true)));
    }

    [Fact]
    public void A_straight_line_leaves_nothing_but_its_first_two_samples()
    {
        double[] line = [.. Enumerable.Range(0, 6).Select(n => (5 + (3 * n)) * Step)];
        // 5 − 0, then 8 − 2·5, then nothing; folded to 10 and 3; low bytes before high ones.
        Assert.Equal([10, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], SampleCoding.Encode(line, true));
    }

    private static double[] Noise(double level)
    {
        var rng = Rng.For(1, "sample coding");
        return [.. Enumerable.Range(0, 5000).Select(_ => Math.Floor(((2 * rng.NextDouble()) - 1) * level * 32767) * Step)];
    }

    private static long[] Bits(double[] samples) => [.. samples.Select(BitConverter.DoubleToInt64Bits)];
}
