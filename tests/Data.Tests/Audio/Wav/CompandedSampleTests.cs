using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

public class CompandedSampleTests
{
    // ITU-T G.711, tables 2a and 2b (µ-law: 14 bits) and 1a and 1b (A-law: 13 bits), left in 16 bits.
    [Theory]
    [InlineData(0x00, -4 * 8031)]
    [InlineData(0x80, 4 * 8031)]
    [InlineData(0x8F, 4 * 4191)]
    [InlineData(0xEF, 4 * 33)]
    [InlineData(0xFE, 4 * 2)]
    [InlineData(0xFF, 0)]
    [InlineData(0x7F, 0)]
    public void Mu_law_has_the_values_of_the_standard(byte code, int value) => Assert.Equal(value, CompandedSample.MuLaw(code));

    [Theory]
    [InlineData(0x2A, -8 * 4032)]
    [InlineData(0xAA, 8 * 4032)]
    [InlineData(0xD5, 8 * 1)]
    [InlineData(0x55, -8 * 1)]
    [InlineData(0xC5, 8 * 33)]
    public void A_law_has_the_values_of_the_standard(byte code, int value) => Assert.Equal(value, CompandedSample.ALaw(code));

    [Fact]
    public void Codes_rise_with_their_values()
    {
        Assert.All(
            Enumerable.Range(0x80, 127),
            code => Assert.True(CompandedSample.MuLaw((byte)code) > CompandedSample.MuLaw((byte)(code + 1)))
        );
        Assert.All(
            Enumerable.Range(0, 127),
            k =>
                Assert.True(
                    CompandedSample.ALaw((byte)(0x80 | (k ^ 0x55))) < CompandedSample.ALaw((byte)(0x80 | ((k + 1) ^ 0x55)))
                )
        );
    }

    [Fact]
    public void Both_are_read_plain_and_behind_an_extensible_header()
    {
        Assert.Equal([0, 32_124 / 32_768.0], WavReader.Parse(File(Format(7, 1, 8000, 8), [0xFF, 0x80]), "a.wav").Samples);
        Assert.Equal([32_256 / 32_768.0], WavReader.Parse(File(Extensible(6, 1, 8000, 8), [0xAA]), "a.wav").Samples);
    }
}
