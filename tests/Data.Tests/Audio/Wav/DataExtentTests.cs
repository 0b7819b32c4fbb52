using Research.Data.Audio;
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

    // Chunks within chunks: each of their 32,000 starts was once followed to the end, which took minutes.
    [Fact]
    public void Many_chunks_that_miss_the_end_are_looked_at_once_each()
    {
        byte[] junk = [.. Enumerable.Repeat("JUNK\0\0\0\0"u8.ToArray(), 32_000).SelectMany(chunk => chunk), .. "JUN"u8];
        byte[] file = [.. Riff([("fmt ", Format(1, 1, 8000, 16)), ("data", Samples)]), .. junk];
        BitConverter.GetBytes(0x7FFF_F000).CopyTo(file, 12 + 24 + 4);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(3 + (junk.Length / 2), WavReader.Parse(file, "a.wav").Samples.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000_000); // it was gigabytes
    }

    [Fact]
    public void A_file_of_more_chunks_than_any_recording_has_is_refused()
    {
        byte[] file = Riff([
            .. Enumerable.Repeat(("JUNK", Array.Empty<byte>()), WavChunks.Most),
            ("fmt ", Format(1, 1, 8000, 16)),
            ("data", Samples),
        ]);
        Assert.Contains(
            "more than 65536 chunks",
            Assert.Throws<RecordingException>(() => WavReader.Parse(file, "a.wav")).Message,
            StringComparison.Ordinal
        );
    }

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
