using System.Diagnostics;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;
using Research.Data.Audio.Reading;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>Attacks on the ffmpeg that is installed.</summary>
[Collection(nameof(WholeProcess))]
public sealed class HostileRecordingTests : IDisposable
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
        .FirstOrDefault(File.Exists);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ffconcat version 1.0\nfile secret.wav\n")]
    [InlineData("ffconcat version 1.0\nfile secret.wav\noption safe 0\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nsecret.aac\n#EXT-X-ENDLIST\n")]
    [InlineData(
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet mimeType=\"audio/mp4\"><Representation id=\"1\"><BaseURL>secret.m4a</BaseURL></Representation></AdaptationSet></Period></MPD>"
    )]
    [InlineData("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n")]
    public void A_playlist_with_the_name_of_a_song_reads_no_other_file(string text)
    {
        SkipWithoutFfmpeg();
        Make("secret.wav");
        Make("secret.aac");
        Make("secret.m4a");
        File.WriteAllText(_folder.File("song.mp3"), text);
        RecordingException error = Assert.Throws<RecordingException>(() =>
            RecordingReader.Read(_folder.File("song.mp3"), RecordingLimits.Utterance)
        );
        Assert.Equal(RecordingProblem.NotAudio, error.Problem);
    }

    [Fact]
    public async Task A_few_bytes_that_decode_to_many_are_refused_within_the_bounds()
    {
        SkipWithoutFfmpeg();
        Make("silence.wv", "-f", "lavfi", "-i", "anullsrc=r=192000:cl=7.1", "-t", "3");
        Assert.InRange(new FileInfo(_folder.File("silence.wv")).Length, 1, 200_000);
        DecoderBounds bounds = DecoderBounds.For(60) with { Bytes = 4 << 20 };
        long before = GC.GetTotalAllocatedBytes();
        RecordingException error = await Assert.ThrowsAsync<RecordingException>(() =>
            Ffmpeg.ToWavAsync(Program!, _folder.File("silence.wv"), "silence.wv", bounds)
        );
        Assert.Equal(RecordingProblem.TooLong, error.Problem);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("m4a")]
    [InlineData("mov")]
    [InlineData("ogg")]
    [InlineData("mp3")]
    [InlineData("wv")]
    [InlineData("aiff")]
    public void Containers_of_sound_are_still_read(string extension)
    {
        SkipWithoutFfmpeg();
        Make($"tone.{extension}");
        Recording recording = RecordingReader.Read(_folder.File($"tone.{extension}"), RecordingLimits.Utterance);
        Assert.InRange(recording.Wave.DurationSeconds, 0.9, 1.2);
    }

    private static void SkipWithoutFfmpeg() => Assert.SkipWhen(Program is null, "ffmpeg is not installed.");

    private void Make(string name, params string[] input)
    {
        input = input.Length > 0 ? input : ["-f", "lavfi", "-i", "sine=440:d=1"];
        using var process = Process.Start(Program!, ["-v", "error", .. input, "-y", _folder.File(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
