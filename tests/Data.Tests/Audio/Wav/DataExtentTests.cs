using Research.Data.Audio.Wav;
using static Research.Data.Tests.Audio.Wav.WavBuilder;

namespace Research.Data.Tests.Audio.Wav;

/// <summary>Sizes of the data that recorders and pipes write when they do not know them.</summary>
public class DataExtentTests
{
    private static readonly byte[] Samples = [0x00, 0x40, 0x00, 0x20, 0x00, 0xC0];
    private static readonly double[] Values = [0.5, 0.25, -0.5];
    private static readonly (string Id, byte[] Body)[] Title = [("LIST", [.. "INFOINAM"u8, 4, 0, 0, 0, .. "song"u8])];

    [Theory]
    [InlineData(0x7FFF_F000)]
    [InlineData(0x7FFF_FFFF)]
    [InlineData(0x8000_0000)]
    [InlineData(0xFFFF_FFDB)]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0)]
    public void Unknown_sizes_reach_to_the_end_without_a_word(uint size) => AssertRead(size, [], warned: false);

    [Theory]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1_000_000)]
    public void Other_promises_beyond_the_end_are_warned_of(uint size) => AssertRead(size, [], warned: true);

    [Theory]
    [InlineData(0x7FFF_F000, false)]
    [InlineData(0xFFFF_FFFF, false)]
    [InlineData(0, false)]
    [InlineData(1_000_000, true)]
    public void Chunks_after_the_samples_are_no_samples(uint size, bool warned) => AssertRead(size, Title, warned);

    [Fact]
    public void A_true_size_needs_no_guess() => AssertRead((uint)Samples.Length, Title, warned: false);

    private static void AssertRead(uint size, (string Id, byte[] Body)[] after, bool warned)
    {
        byte[] file = Riff([("fmt ", Format(1, 1, 8000, 16)), ("data", Samples), .. after]);
        BitConverter.GetBytes(size).CopyTo(file, 12 + 24 + 4);
        using var stream = new MemoryStream(file);
        WavLayout layout = WavLayout.Of(stream, "a.wav");
        Assert.Equal(Values, WavReader.Parse(file, "a.wav").Samples);
        Assert.Equal(warned ? 1 : 0, layout.Warnings.Count);
        Assert.All(
            layout.Warnings,
            warning => Assert.Contains("3 samples a channel, which are read", warning, StringComparison.Ordinal)
        );
    }
}
