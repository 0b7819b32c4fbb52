using System.Text.Json;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;
using Research.Tests;

namespace Research.Data.Tests.Audio.Decoding;

public class VorbisTests
{
    private const int Enough = 1 << 23; // codebooks of a file that is as it should be
    private const int BytesForEach = 4096;

    private static readonly JsonElement Oracle = Golden.Json("vorbis.json");
    private static readonly byte[] Tone = Oracle.GetProperty("file").GetBytesFromBase64();

    [Fact]
    public void Samples_are_those_that_ffmpeg_decodes()
    {
        using Stream wav = Vorbis.ToWav(new MemoryStream(Tone), "tone.ogg", DecoderBounds.For(60))!;
        var bytes = new MemoryStream();
        wav.Position = 0;
        wav.CopyTo(bytes);
        Waveform wave = WavReader.Parse(bytes.ToArray(), "tone.ogg");
        double[] expected = [.. Oracle.GetProperty("samples").EnumerateArray().Select(x => x.GetDouble())];
        Assert.Equal(Oracle.GetProperty("rate").GetInt32(), wave.SampleRateHz);
        Assert.Equal(expected.Length, wave.Samples.Length);
        Golden.AssertClose(expected, wave.Samples, 1e-4, "tone.ogg");
    }

    [Fact]
    public void Mutated_files_are_decoded_or_refused_soon_and_in_little_memory() =>
        MutatedBytes
            .Of(Tone)
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
