using System.Text.Json;
using Research.Data.Audio.Decoding;
using Research.Tests;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>A tone that ffmpeg wrote, whole, cut, and twice.</summary>
public class OggStreamTests
{
    private static readonly JsonElement Oracle = Golden.Json("vorbis.json");
    private static readonly byte[] Tone = Oracle.GetProperty("file").GetBytesFromBase64();

    [Fact]
    public void A_whole_file_is_passed_over_in_silence() => Assert.Empty(Warnings(Tone));

    [Fact]
    public void One_without_its_last_page_or_a_part_of_it_was_cut_off()
    {
        int last = Tone.AsSpan().LastIndexOf("OggS"u8);
        Assert.Equal(["its last page is missing: it was cut off"], Warnings(Tone[..last]));
        Assert.Equal(["its last page is missing: it was cut off"], Warnings(Tone[..^1]));
    }

    [Fact]
    public void Recordings_one_after_another_are_counted_and_the_first_is_read()
    {
        byte[] two = [.. Tone, .. Tone];
        Assert.Equal(["it holds 2 recordings one after another, of which the first is read; cut the file"], Warnings(two));
        DecodedSound sound = Vorbis.Decode(new MemoryStream(two), "two.ogg", DecoderBounds.For(60))!;
        using Stream wav = sound.Wav;
        using Stream one = Vorbis.Decode(new MemoryStream(Tone), "one.ogg", DecoderBounds.For(60))!.Wav;
        Assert.Equal(one.Length, wav.Length);
        Assert.Single(sound.Warnings);
    }

    private static IReadOnlyList<string> Warnings(byte[] file) => OggStream.Warnings(new MemoryStream(file));
}
