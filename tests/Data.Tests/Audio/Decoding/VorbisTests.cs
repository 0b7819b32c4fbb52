using System.Text.Json;
using CsCheck;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;
using Research.Tests;

namespace Research.Data.Tests.Audio.Decoding;

public class VorbisTests
{
    private const int Enough = 1 << 26; // codebooks of the largest that are read
    private const int BytesForEach = 4096;

    private static readonly JsonElement Oracle = Golden.Json("vorbis.json");
    private static readonly byte[] Tone = Oracle.GetProperty("file").GetBytesFromBase64();

    [Fact]
    public void Samples_are_those_that_ffmpeg_decodes()
    {
        Waveform wave = Decoded(Tone);
        double[] expected = [.. Oracle.GetProperty("samples").EnumerateArray().Select(x => x.GetDouble())];
        Assert.Equal(Oracle.GetProperty("rate").GetInt32(), wave.SampleRateHz);
        Assert.Equal(expected.Length, wave.Samples.Length);
        Golden.AssertClose(expected, wave.Samples, 1e-4, "tone.ogg");
    }

    // NVorbis alone would read such a file for ever.
    [Fact]
    public void A_stream_that_states_less_than_its_last_packet_holds_ends_there()
    {
        Assert.Equal(Decoded(Tone).Samples[..3], Decoded(OggPages.Stating(Tone, 3)).Samples);
    }

    [Fact]
    public void Checksums_of_sound_pages_are_those_that_they_have() => Assert.Equal(Tone, OggPages.WithChecksums(Tone));

    [Fact]
    public void Mutated_files_are_decoded_or_refused_soon_and_in_little_memory() => Holds(file => file);

    // A page whose checksum is wrong is passed over, so that most mutations would reach nothing.
    [Fact]
    public void Mutated_files_whose_pages_look_sound_are_too() => Holds(OggPages.WithChecksums);

    private static Waveform Decoded(byte[] file)
    {
        using Stream wav = Vorbis.ToWav(new MemoryStream(file), "tone.ogg", DecoderBounds.For(60))!;
        var bytes = new MemoryStream();
        wav.Position = 0;
        wav.CopyTo(bytes);
        return WavReader.Parse(bytes.ToArray(), "tone.ogg");
    }

    private static void Holds(Func<byte[], byte[]> mended) =>
        MutatedBytes
            .Of(Tone)
            .Select(mended)
            .HoldsFor(
                400,
                file =>
                    HostileInput.IsReadOrRefused(
                        () => Vorbis.ToWav(new MemoryStream(file), "a.ogg", DecoderBounds.For(60))?.Dispose(),
                        Enough + (BytesForEach * (long)file.Length),
                        error => error is RecordingException
                    )
            );
}
