using Research.Numerics;
using Research.Pipeline.Files.Pcm;

namespace Research.Pipeline.Tests.Files.Pcm;

public class PcmCodingTests
{
    private static readonly Dictionary<string, double[]> NotPcm = new()
    {
        ["not a number"] = [double.NaN],
        ["signalling, with a payload"] = [BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001)],
        ["quiet, with a payload"] = [BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_1234)],
        ["infinity"] = [double.PositiveInfinity],
        ["one step too high"] = [1.0],
        ["one step too low"] = [-1.0 - Signals.Step],
        ["2^16 steps, which wrap to zero"] = [2.0],
        ["half a step, late"] = [0, 0.25, Signals.Step / 2],
        ["a tenth"] = [0.1],
        ["the least above zero"] = [double.Epsilon],
        ["huge"] = [1e300],
    };

    public static TheoryData<string> NamesOfNotPcm => [.. NotPcm.Keys];

    public static TheoryData<string> NamesOfPcm => [.. Signals.Pcm.Keys];

    [Theory]
    [MemberData(nameof(NamesOfNotPcm))]
    public void What_is_not_16_bits_is_seen(string name) => Assert.False(PcmCoding.CanEncode(NotPcm[name]));

    [Theory]
    [MemberData(nameof(NamesOfPcm))]
    public void What_is_16_bits_reads_back_bit_for_bit(string name) => CheckRoundTrip(Signals.Pcm[name]);

    [Fact]
    public void Signals_of_any_length_loudness_and_colour_read_back_bit_for_bit()
    {
        var rng = Rng.For(1, "pcm coding");
        for (int round = 0; round < 300; round++)
        {
            double level = PortableMath.Pow(10, rng.NextDouble(-5, 0.3));
            double memory = rng.NextDouble(-1, 1);
            double[] samples = new double[rng.NextInt(4000)];
            double last = 0;
            for (int n = 0; n < samples.Length; n++)
            {
                last = (memory * last) + (level * rng.NextDouble(-1, 1));
                samples[n] = Math.Clamp(Math.Round(last * 32768), -32768, 32767) / 32768;
            }

            CheckRoundTrip(samples);
        }
    }

    [Theory]
    [InlineData("silence", 0.05)] // a header a block, and no bit for a sample
    [InlineData("straight line", 0.5)]
    [InlineData("tone", 3.3)] // the rounding, three times as strong
    [InlineData("zeros of either sign", 1.2)] // a bit a sign is as good as it gets
    [InlineData("full-scale noise", 17.3)] // never much more than what it was
    public void A_signal_takes_about_the_bits_that_it_must(string name, double bitsASample)
    {
        double[] samples = Signals.Pcm[name];
        Assert.InRange(8.0 * PcmCoding.Encode(samples).Length / samples.Length, 0, bitsASample);
    }

    [Fact]
    public void Coloured_noise_takes_fewer_bits_by_a_linear_predictor_than_a_fixed_one_could_give()
    {
        var rng = Rng.For(1, "colour");
        (double last, double before) = (0, 0);
        double[] samples = new double[20_000];
        for (int n = 0; n < samples.Length; n++)
        {
            // A resonance at a quarter of the sample rate, which no polynomial predicts; the noise alone has 8.6 bits.
            (last, before) = ((-0.95 * before) + (0.006 * rng.NextDouble(-1, 1)), last);
            samples[n] = Math.Round(last * 32768) / 32768;
        }

        Assert.InRange(8.0 * PcmCoding.Encode(samples).Length / samples.Length, 8.5, 9.4);
    }

    [Fact]
    public void Bytes_cut_short_or_followed_by_others_are_refused()
    {
        byte[] bytes = PcmCoding.Encode(Signals.Pcm["tone"]);
        int count = Signals.Pcm["tone"].Length;
        for (int length = 0; length < bytes.Length; length += 97)
        {
            Assert.Throws<InvalidDataException>(() => PcmCoding.Decode(bytes.AsSpan(0, length), count));
        }

        Assert.Throws<InvalidDataException>(() => PcmCoding.Decode([.. bytes, 0], count));
        Assert.Throws<InvalidDataException>(() => PcmCoding.Decode(bytes, count - 1));
        Assert.Throws<InvalidDataException>(() => PcmCoding.Decode(bytes, count + 1));
    }

    [Fact]
    public void Damaged_bytes_give_an_error_or_16_bit_samples_and_always_an_end()
    {
        var rng = Rng.For(1, "damage");
        byte[] whole = PcmCoding.Encode(Signals.Pcm["zeros of either sign"].Concat(Signals.Pcm["tone"]).ToArray());
        int refused = 0;
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = round < 250 ? [.. whole] : new byte[rng.NextInt(2000)];
            for (int hit = 0; hit < (round < 250 ? 3 : bytes.Length); hit++)
            {
                bytes[rng.NextInt(bytes.Length)] = (byte)rng.NextInt(256);
            }

            try
            {
                Assert.True(PcmCoding.CanEncode(PcmCoding.Decode(bytes, 15_000)));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 400, 500);
    }

    private static void CheckRoundTrip(double[] samples)
    {
        Assert.True(PcmCoding.CanEncode(samples));
        byte[] bytes = PcmCoding.Encode(samples);
        Assert.Equal(Bits(samples), Bits(PcmCoding.Decode(bytes, samples.Length)));
    }

    private static long[] Bits(double[] samples) => [.. samples.Select(BitConverter.DoubleToInt64Bits)];
}
