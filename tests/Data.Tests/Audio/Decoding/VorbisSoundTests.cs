using System.Text.Json;
using Research.Data.Audio.Decoding;
using Research.Tests;

namespace Research.Data.Tests.Audio.Decoding;

public class VorbisSoundTests
{
    private const int Frames = 2500;

    private static readonly JsonElement Oracle = Golden.Json("vorbis.json").GetProperty("stereo"); // 440 Hz left, 660 Hz right; five pages
    private static readonly byte[] Stereo = Oracle.GetProperty("file").GetBytesFromBase64();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(256)]
    [InlineData(Frames)]
    public void Both_channels_are_those_that_ffmpeg_decodes_whatever_is_read_at_once(int frames)
    {
        double[] expected = [.. Oracle.GetProperty("samples").EnumerateArray().Select(x => x.GetDouble())];
        float[] read = Read(Stereo, frames);
        Assert.Equal(2 * Frames, read.Length);
        Golden.AssertClose(expected, Array.ConvertAll(read, x => (double)x), 1e-4, "stereo.ogg");
    }

    [Theory]
    [InlineData(2305, 7)]
    [InlineData(2305, Frames)]
    [InlineData(2499, 1)]
    [InlineData(2499, 256)]
    public void Sound_ends_in_both_channels_where_the_last_page_says(int stated, int frames) =>
        Assert.Equal(Read(Stereo, Frames)[..(2 * stated)], Read(OggPages.Stating(Stereo, stated), frames));

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_stream_cut_from_another_has_the_same_sound(int later) =>
        Assert.Equal(Read(Stereo, 256), Read(OggPages.Later(Stereo, later), 256));

    [Fact]
    public void Rate_and_channels_are_those_of_the_stream()
    {
        using var sound = new VorbisSound(new MemoryStream(Stereo));
        Assert.Equal((2, 8000), (sound.Channels, sound.SampleRate));
    }

    [Fact]
    public void A_file_without_a_stream_of_Vorbis_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() => new VorbisSound(new MemoryStream(new byte[100])));
        Assert.Equal("The file has no stream of Ogg Vorbis.", error.Message);
    }

    [Fact]
    public void What_is_disposed_reads_no_more_and_leaves_the_file_open()
    {
        using var file = new MemoryStream(Stereo);
        var sound = new VorbisSound(file);
        sound.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sound.Read(new float[2]));
        Assert.True(file.CanRead);
    }

    private static float[] Read(byte[] file, int frames)
    {
        using var sound = new VorbisSound(new MemoryStream(file));
        var all = new List<float>();
        float[] buffer = new float[frames * sound.Channels];
        for (int count; (count = sound.Read(buffer)) > 0; )
        {
            all.AddRange(buffer[..count]);
        }

        return [.. all];
    }
}
