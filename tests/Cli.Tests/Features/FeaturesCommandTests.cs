using System.Globalization;
using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Cli.Tests.Features;

public sealed class FeaturesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly double[] _samples;

    public FeaturesCommandTests()
    {
        Rng rng = Rng.For(1, "noise");
        short[] pcm = [.. Enumerable.Range(0, 4000).Select(_ => (short)(3000 * rng.NextNormal()))];
        _samples = [.. pcm.Select(x => x / 32768.0)];
        using var writer = new BinaryWriter(File.Create(Wav));
        writer.Write("RIFF"u8);
        writer.Write(36 + (2 * pcm.Length));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(16000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * pcm.Length);
        Array.ForEach(pcm, writer.Write);
    }

    private string Wav => Path.Combine(_folder, "noise.wav");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--window-samples", "200", "--hop-samples", "80")]
    [InlineData("--window-seconds", "0.025", "--hop-seconds", "0.010")]
    public void Mfcc_are_printed_with_a_header_and_nine_digits(params string[] frames)
    {
        (int code, string output, _) = Tool.Run(["features", "mfcc", Wav, .. frames, "--coefficients", "6"]);
        string[] lines = output.TrimEnd('\n').Split('\n');
        Matrix expected = Mfcc.Of(new Waveform(_samples, 8000), MfccSettings.Librosa(8000, 200, 80, 6));
        Assert.Equal(0, code);
        Assert.Equal("seconds,mfcc_0,mfcc_1,mfcc_2,mfcc_3,mfcc_4,mfcc_5", lines[0]);
        Assert.Equal(expected.Rows, lines.Length - 1);
        Assert.Equal(
            string.Join(',', expected.Row(3).ToArray().Prepend(0.03).Select(x => x.ToString("G9", CultureInfo.InvariantCulture))),
            lines[4]
        );
    }

    [Fact]
    public void Derivatives_stand_beside_their_coefficients()
    {
        string[] lines = Tool.Run("features", "mfcc-delta", Wav, "--coefficients", "2").Output.Split('\n');
        Assert.Equal("seconds,mfcc_0,mfcc_1,delta_0,delta_1,delta2_0,delta2_1", lines[0]);
    }

    [Fact]
    public void Mel_options_reach_the_filterbank()
    {
        (int code, string output, _) = Tool.Run(
            "features",
            "mel",
            Wav,
            "--bands",
            "5",
            "--scale",
            "htk",
            "--area",
            "peak",
            "--lowest-hz",
            "100",
            "--highest-hz",
            "3000",
            "--padding",
            "reflection",
            "--window",
            "hamming",
            "--window-samples",
            "100",
            "--fft-length",
            "256"
        );
        MelSettings settings = MelSettings.Librosa(8000, 100, 80) with
        {
            Bands = 5,
            Scale = MelScale.Htk,
            Area = MelArea.Peak,
            LowestHz = 100,
            HighestHz = 3000,
        };
        settings = settings with
        {
            Stft = settings.Stft with { Padding = Padding.Reflection, Window = WindowShape.Hamming, FftLength = 256 },
        };
        double expected = MelSpectrogram.Of(new Waveform(_samples, 8000), settings)[7, 4];
        Assert.Equal(0, code);
        Assert.Equal(expected.ToString("G9", CultureInfo.InvariantCulture), output.Split('\n')[8].Split(',')[5]);
    }

    [Fact]
    public void Mfsc_are_decibels()
    {
        string[] lines = Tool.Run("features", "mfsc", Wav, "--bands", "13", "--reference", "maximum")
            .Output.TrimEnd('\n')
            .Split('\n');
        Assert.Equal(14, lines[0].Split(',').Length); // the time before them
        double loudest = lines
            .Skip(1)
            .SelectMany(line => line.Split(',')[1..])
            .Max(cell => double.Parse(cell, CultureInfo.InvariantCulture));
        Assert.Equal(0, loudest, 1e-9);
    }

    [Theory]
    [InlineData("text.wav", "This is no sound.", "text.wav: is no ")]
    [InlineData("empty.wav", "", "is empty")]
    public void A_bad_file_is_a_sentence_and_no_trace(string name, string content, string sentence)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        AssertSentence(Tool.Run("features", "mfcc", path), sentence);
    }

    [Theory]
    [InlineData("--hop-samples", "0", "window and hop must be at least 1")]
    [InlineData("--hop-seconds", "fast", "a number such as 0.025 is needed")]
    [InlineData("--coefficients", "2.5", "a whole number is needed")]
    [InlineData("--coefficients", "1000", "1 to 128 can be had")]
    [InlineData("--scale", "bark", "known are slaney, htk")]
    [InlineData("--window", "hann,hamming", "known are rectangular, hann, hamming")]
    [InlineData("--window", "-1", "known are rectangular, hann, hamming")]
    [InlineData("--bands", "1000000000", "bands")]
    [InlineData("--range-decibels", "-10", "range of at least 0")]
    [InlineData("--window-seconds", "300000", "that is too large")]
    [InlineData("--fft-length", "100", "at least as long as the window")]
    public void A_bad_option_is_a_sentence_and_no_trace(string option, string value, string sentence) =>
        AssertSentence(Tool.Run("features", "mfcc", Wav, option, value), sentence);

    [Fact]
    public void More_numbers_than_memory_should_hold_are_refused() =>
        AssertSentence(Tool.Run("features", "mfcc", Wav, "--fft-length", "4194304", "--hop-samples", "1"), "use a longer hop");

    [Fact]
    public void Samples_and_seconds_of_the_same_thing_are_refused() =>
        AssertSentence(Tool.Run("features", "mfcc", Wav, "--hop-samples", "80", "--hop-seconds", "0.01"), "give one of them");

    [Fact]
    public void The_range_can_be_switched_off()
    {
        (int code, string output, _) = Tool.Run("features", "mfsc", Wav, "--range-decibels", "none");
        Assert.Equal(0, code);
        Assert.NotEqual(output, Tool.Run("features", "mfsc", Wav, "--range-decibels", "5").Output);
    }

    [Fact]
    public void Unknown_features_options_and_files_are_told()
    {
        AssertSentence(Tool.Run("features", "mfcc", Path.Combine(_folder, "gone.wav")), "there is no such file");
        AssertSentence(Tool.Run("features", "nothing", Wav), "See: research features --help");
        AssertSentence(Tool.Run("features", "mfcc", "@" + Wav), "there is no such file");
        AssertSentence(Tool.Run("features", "mfcc", Wav, "--nothing"), "See: research features mfcc --help");
    }

    private static void AssertSentence((int Code, string Output, string Errors) run, string sentence)
    {
        Assert.NotEqual(0, run.Code);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(",", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pitch_and_formants_have_a_row_a_frame_with_its_time()
    {
        string[] pitch = Tool.Run("features", "pitch", Wav).Output.Split('\n');
        Assert.Equal("seconds,hertz,strength", pitch[0]);
        Assert.Equal("0.02", pitch[1].Split(',')[0]);
        string[] formants = Tool.Run("features", "formants", Wav, "--formants", "4").Output.Split('\n');
        Assert.Equal("seconds,f1,b1,f2,b2,f3,b3,f4,b4", formants[0]);
        Assert.Equal(9, formants[1].Split(',').Length);
        (int code, _, string errors) = Tool.Run("features", "pitch", Wav, "--floor-hz", "600");
        Assert.Equal(2, code);
        Assert.Contains("the ceiling above the floor", errors, StringComparison.Ordinal);
        Assert.Contains("three periods", Tool.Run("features", "pitch", Wav, "--floor-hz", "2").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Music_features_have_librosas_frames_whatever_the_rate()
    {
        string[] chroma = Tool.Run("features", "chroma", Wav).Output.TrimEnd('\n').Split('\n');
        Assert.Equal("seconds,c,c_sharp,d,d_sharp,e,f,f_sharp,g,g_sharp,a,a_sharp,b", chroma[0]);
        Assert.Equal(1 + 1 + (4000 / 512), chroma.Length);
        Assert.Equal("0.064", chroma[2].Split(',')[0]);
        Assert.StartsWith("seconds,onset\n0,0\n", Tool.Run("features", "onset", Wav).Output, StringComparison.Ordinal);
        Assert.StartsWith("seconds,tempo,local_tempo\n0,", Tool.Run("features", "tempo", Wav).Output, StringComparison.Ordinal);
        Assert.StartsWith("seconds,onset,tempo\n", Tool.Run("features", "beats", Wav).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_window_brings_its_transform_along()
    {
        string[] lines = Tool.Run("features", "chroma", Wav, "--window-samples", "4096").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(1 + 1 + (4000 / 512), lines.Length);
    }

    [Theory]
    [InlineData("mfcc", "image")]
    [InlineData("chroma", "image")]
    [InlineData("pitch", "path")]
    [InlineData("onset", "path")]
    public void A_plot_is_drawn_beside_the_rows(string feature, string element)
    {
        string picture = Path.Combine(_folder, "plot.svg");
        (int code, string output, _) = Tool.Run("features", feature, Wav, "--plot", picture);
        Assert.Equal(0, code);
        Assert.StartsWith("seconds,", output, StringComparison.Ordinal);
        string svg = File.ReadAllText(picture);
        Assert.Contains($"<title id=\"t\">{feature}: noise.wav</title>", svg, StringComparison.Ordinal);
        Assert.Contains("time, s", svg, StringComparison.Ordinal);
        Assert.Contains("<" + element, svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_that_cannot_be_is_a_sentence()
    {
        AssertSentence(Tool.Run("features", "onset", Wav, "--plot", "onset.png"), "name it onset.svg");
        string gone = Path.Combine(_folder, "gone");
        AssertSentence(
            Tool.Run("features", "onset", Wav, "--plot", Path.Combine(gone, "onset.svg")),
            $"there is no folder {gone}."
        );
    }

    [Fact]
    public void A_recording_shorter_than_one_beat_is_a_sentence() =>
        AssertSentence(
            Tool.Run("features", "beats", Wav, "--known-tempo", "60"),
            "one beat has 16 at 60 beats a minute: a recording longer than one beat is needed"
        );
}
