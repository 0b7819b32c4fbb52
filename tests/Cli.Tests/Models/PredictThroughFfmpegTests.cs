using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;

namespace Research.Cli.Tests.Models;

/// <summary>A recording of another coding than WAV's own: with an ffmpeg along PATH it is recognised, without one the tool says what is missing.</summary>
public sealed class PredictThroughFfmpegTests : IDisposable
{
    private const int NotAudio = 23;

    private static readonly Item Clip = TinyModel.Data.Items[0];
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PredictThroughFfmpegTests()
    {
        Directory.CreateDirectory(Programs);
        File.WriteAllBytes(Model, TinyModel.Bytes);
        WavWriter.Write(Wav, Clip.Waveform);
        File.WriteAllBytes(Coded, Aiff(Clip.Waveform));
    }

    private string Programs => PathOf("programs"); // all that PATH has

    private string Model => PathOf("digits.rmodel");

    private string Wav => PathOf("digit.wav");

    private string Coded => PathOf("coded.aiff");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_ffmpeg_another_coding_is_refused_and_the_message_says_what_to_install()
    {
        (int code, string output, string errors) = Predict(Programs, Coded);
        Assert.Equal(NotAudio, code);
        Assert.Contains(
            "ffmpeg, which is not installed here: install it (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), or convert the file to WAV",
            errors,
            StringComparison.Ordinal
        );
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("probability", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 4, "is a WAV of Microsoft ADPCM of 4 bits, which is not decoded here")]
    [InlineData(1, 65, "is a WAV of PCM of 65 bits, which is not decoded here")]
    public void Without_ffmpeg_a_wav_of_another_coding_is_named(short code, short bits, string words)
    {
        byte[] wav = File.ReadAllBytes(Wav);
        BitConverter.TryWriteBytes(wav.AsSpan(20), code);
        BitConverter.TryWriteBytes(wav.AsSpan(34), bits);
        File.WriteAllBytes(PathOf("other.wav"), wav);
        Assert.Contains(words, Predict(Programs, PathOf("other.wav")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ffmpeg_a_wav_is_recognised_as_ever()
    {
        (int code, string output, _) = Predict(Programs, Wav);
        Assert.Equal(0, code);
        Assert.Equal(Clip.Label, Answer(output)[0].Label);
    }

    [Fact]
    public void With_an_ffmpeg_along_PATH_its_sound_is_recognised()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffmpeg is a shell script.");
        string program = Path.Combine(Programs, "ffmpeg");
        File.WriteAllText(program, $"#!/bin/sh\nexec /bin/cat '{Wav}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        (int code, string output, _) = Predict(Programs, Coded);
        Assert.Equal(0, code);
        Assert.Equal(Answer(Predict(Programs, Wav).Output), Answer(output));
    }

    [Fact]
    public void With_the_installed_ffmpeg_another_coding_is_recognised_much_as_the_wav_is()
    {
        string path = Environment.GetEnvironmentVariable("PATH")!;
        Assert.SkipUnless(
            path.Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))),
            "ffmpeg is not installed."
        );
        (int code, string output, _) = Predict(path, Coded);
        Assert.Equal(0, code);
        Assert.Equal(Clip.Label, Answer(output)[0].Label);
    }

    private (int Code, string Output, string Errors) Predict(string path, string file) =>
        Tool.Run(new Dictionary<string, string> { ["PATH"] = path }, "predict", Model, file, "--json");

    private static (string Label, double Probability)[] Answer(string output)
    {
        using var json = JsonDocument.Parse(output);
        return
        [
            .. json
                .RootElement.GetProperty("results")[0]
                .GetProperty("classes")
                .EnumerateArray()
                .Select(item => (item.GetProperty("label").GetString()!, item.GetProperty("probability").GetDouble())),
        ];
    }

    // Apple's format (1989): chunks as RIFF's, big-endian, the sample rate as a float of 80 bits.
    private static byte[] Aiff(Waveform wave)
    {
        byte[] samples =
        [
            .. wave.Samples.SelectMany(x => Big((short)Math.Clamp(Math.Round(x * 32_768), short.MinValue, short.MaxValue))),
        ];
        int exponent = int.Log2(wave.SampleRateHz);
        byte[] rate = [.. Big((short)(16_383 + exponent)), .. Big(wave.SampleRateHz << (31 - exponent)), 0, 0, 0, 0];
        byte[] common = [.. Big((short)1), .. Big(wave.Samples.Length), .. Big((short)16), .. rate];
        byte[] content =
        [
            .. "AIFFCOMM"u8,
            .. Big(common.Length),
            .. common,
            .. "SSND"u8,
            .. Big(samples.Length + 8),
            .. new byte[8],
            .. samples,
        ];
        return [.. "FORM"u8, .. Big(content.Length), .. content];
    }

    private static byte[] Big(int value) => [.. BitConverter.GetBytes(value).Reverse()];

    private static byte[] Big(short value) => [.. BitConverter.GetBytes(value).Reverse()];

    private string PathOf(string name) => Path.Combine(_folder, name);
}
