using System.Diagnostics;
using System.Globalization;
using Research.Data.Audio;
using Research.Data.Audio.Decoding;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>With programs in ffmpeg's place that do what a bad day has.</summary>
public sealed class FfmpegTests : IDisposable
{
    private static readonly DecoderBounds Wide = new()
    {
        LongestSeconds = 59.5,
        Time = TimeSpan.FromSeconds(60),
        Bytes = 1 << 20,
        ErrorBytes = 1 << 20,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_it_writes_is_the_wav_and_it_gets_the_arguments()
    {
        byte[] wav = await Run("printf 'RIFF %s' \"$*\"", Wide);
        string[] arguments = FfmpegArguments.Of(Recording, "song"u8, 59.5);
        Assert.Equal($"RIFF {string.Join(' ', arguments)}", System.Text.Encoding.UTF8.GetString(wav));
    }

    [Fact]
    public async Task It_finds_nothing_on_its_standard_input() =>
        Assert.Equal("RIFF 0"u8.ToArray(), await Run("printf 'RIFF %s' $(cat | wc -c)", Wide));

    [Fact]
    public async Task Past_its_complaints_it_is_killed()
    {
        await Refused(
            $"echo $$ > '{_folder.File("pid")}'; exec cat /dev/zero >&2",
            Wide,
            RecordingProblem.Damaged,
            "ffmpeg was stopped after 1024 KiB of complaints"
        );
        AssertIsGone();
    }

    [Fact]
    public async Task A_container_that_is_no_audio_is_told_in_our_words() =>
        await Refused(
            "echo 'Format not on whitelist' >&2; echo 'in.mp3: Invalid argument' >&2; exit 1",
            Wide,
            RecordingProblem.NotAudio,
            "is no audio file: it may be a playlist or a film"
        );

    [Theory]
    [InlineData("echo first >&2; echo 'no such codec' >&2; exit 1", "ffmpeg says: no such codec")]
    [InlineData("exit 0", "ffmpeg says: nothing")]
    [InlineData("head -c 300000 /dev/zero | tr '\\0' x >&2; echo >&2; echo last >&2; exit 1", "ffmpeg says: last")]
    public async Task Its_complaint_is_told(string script, string words) =>
        await Refused(script, Wide, RecordingProblem.NotAudio, words);

    [Fact]
    public async Task Past_its_time_it_is_killed_with_what_it_started()
    {
        DecoderBounds brief = Wide with { Time = TimeSpan.FromSeconds(1) };
        await Refused(
            $"sleep 300 & echo $! > '{_folder.File("pid")}'; wait",
            brief,
            RecordingProblem.NotAudio,
            "ffmpeg did not finish within 1 s; convert the file to WAV."
        );
        AssertIsGone();
    }

    [Fact]
    public async Task Past_its_bytes_it_is_killed()
    {
        await Refused(
            $"echo $$ > '{_folder.File("pid")}'; exec cat /dev/zero",
            Wide,
            RecordingProblem.TooLong,
            "has more than 1 MiB"
        );
        AssertIsGone();
    }

    [Fact]
    public async Task A_program_that_cannot_be_run_counts_as_none()
    {
        RecordingException error = await Assert.ThrowsAsync<RecordingException>(() =>
            Ffmpeg.ToWavAsync(_folder.File("none"), Written(), Recording, Wide)
        );
        Assert.Contains("which is not installed here", error.Message, StringComparison.Ordinal);
    }

    private async Task Refused(string script, DecoderBounds bounds, RecordingProblem problem, string words)
    {
        RecordingException error = await Assert.ThrowsAsync<RecordingException>(() => Run(script, bounds));
        Assert.Equal(problem, error.Problem);
        Assert.StartsWith($"{Recording}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private async Task<byte[]> Run(string script, DecoderBounds bounds)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins for ffmpeg are shell scripts.");
        string program = _folder.File("ffmpeg");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using Stream wav = await Ffmpeg.ToWavAsync(program, Written(), Recording, bounds);
        byte[] bytes = new byte[wav.Length];
        wav.Position = 0;
        await wav.ReadExactlyAsync(bytes);
        return bytes;
    }

    private string Recording => _folder.File("-in.mp3");

    private string Written()
    {
        File.WriteAllText(Recording, "song");
        return Recording;
    }

    private void AssertIsGone()
    {
        int pid = int.Parse(File.ReadAllText(_folder.File("pid")), CultureInfo.InvariantCulture);
        try
        {
            using var process = Process.GetProcessById(pid);
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)), $"process {pid} still runs");
        }
        catch (ArgumentException)
        {
            // There is no such process, as it should be.
        }
    }
}
