using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Features.Sampling;
using Research.Numerics;

namespace Research.Cli.Tests.Models;

public sealed class PredictCommandTests : IDisposable
{
    private static readonly Item Clip = TinyModel.Data.Items[0];
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PredictCommandTests()
    {
        File.WriteAllBytes(Model, TinyModel.Bytes);
        Write("digit.wav", Clip.Waveform.Samples, Clip.Waveform.SampleRateHz);
    }

    private string Model => PathOf("digits.rmodel");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_digit_is_recognised_with_probabilities_that_sum_to_one()
    {
        (int code, string output, _) = Tool.Run("predict", Model, PathOf("digit.wav"), "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        JsonElement[] classes = [.. json.RootElement.GetProperty("results")[0].GetProperty("classes").EnumerateArray()];
        Assert.Equal(3, classes.Length);
        Assert.Equal(Clip.Label, classes[0].GetProperty("label").GetString());
        Assert.Equal(1, classes.Sum(item => item.GetProperty("probability").GetDouble()), 9);
    }

    [Fact]
    public void Lines_say_on_what_the_model_learned_and_that_it_heard_no_person()
    {
        (int code, string output, _) = Tool.Run("predict", Model, PathOf("digit.wav"), "--top", "1");
        Assert.Equal(0, code);
        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.Contains("SYNTHETIC", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{PathOf("digit.wav")}: {Clip.Label} ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_s_name_moves_no_cursor_starts_no_line_and_is_no_formula()
    {
        const string Name = "=HYPERLINK(1)\u001b[2J\u009b\nresearch: all well.wav";
        const string Shown = "=HYPERLINK(1)\\u001b[2J\\u009b\\u000aresearch: all well.wav";
        (_, string lines, string errors) = Tool.Run("predict", Model, Name);
        Assert.StartsWith($"research: {Shown}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
        Assert.Single(lines.TrimEnd('\n').Split('\n'));
        string csv = Tool.Run("predict", Model, Name, "--csv").Output;
        Assert.StartsWith($"'{Shown},", csv.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(Name, Results.Tables.CsvTable.Parse(csv).Rows[0][0]);
        Assert.DoesNotContain(Tool.Run("predict", Model, Name, "--json").Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Rows_have_one_class_each()
    {
        string[] lines = Tool.Run("predict", Model, PathOf("digit.wav"), "--csv", "--top", "2").Output.TrimEnd('\n').Split('\n');
        Assert.Equal("file,rank,label,probability,stranger,decoder,warnings,error", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Contains($",1,{Clip.Label},", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 8000)]
    [InlineData(1, 96_000)]
    [InlineData(2, 44_100)]
    public void Channels_and_rates_hardly_change_the_answers(int channels, int rate)
    {
        Item[] items = [.. TinyModel.Data.Items.Where((_, i) => i % 9 == 0)];
        string[] names = [.. items.Select((_, i) => $"other{i}.wav")];
        for (int i = 0; i < items.Length; i++)
        {
            Waveform wave = RateChange.Of(items[i].Waveform, RateSettings.To(rate));
            Write(names[i], [.. wave.Samples.SelectMany(x => Enumerable.Repeat(x, channels))], rate, channels);
        }

        (int code, string output, _) = Tool.Run(["predict", Model, .. names.Select(PathOf), "--top", "1"]);
        Assert.Equal(0, code);
        int right = items.Where((item, i) => output.Contains($"{names[i]}: {item.Label} ", StringComparison.Ordinal)).Count();
        Assert.InRange(right, 3 * items.Length / 4, items.Length);
    }

    public static TheoryData<string, int, string> BadFiles() =>
        new()
        {
            { "missing", 20, "there is no such file" },
            { "folder", 21, "is a folder" },
            { "empty", 22, "is empty" },
            { "text", 23, "is no" },
            { "truncated header", 24, "truncated" },
            { "no samples", 24, "damaged" },
            { "nan", 25, "must be finite" },
            { "0.01 s", 26, "at least 0.1 s are needed" },
            { "no sample at all", 26, "holds no samples" },
            { "10 minutes", 27, "60 s at most" },
            { "silence", 28, "only silence" },
            { "a constant", 28, "only silence" },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_ends_in_a_sentence_and_a_code_of_its_own(string what, int code, string words)
    {
        (int seen, string output, string error) = Tool.Run("predict", Model, Bad(what));
        Assert.Equal(code, seen);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(": 0 ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_goes_on_past_bad_files_and_says_so_at_the_end()
    {
        (int code, string output, string error) = Tool.Run(
            "predict",
            Model,
            Bad("empty"),
            PathOf("digit.wav"),
            Bad("nan"),
            PathOf("digit.wav")
        );
        Assert.Equal(22, code);
        Assert.Equal(2, output.Split('\n').Count(line => line.Contains("digit.wav: ", StringComparison.Ordinal)));
        Assert.Contains("2 of 4 files could not be recognised", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_digit_is_told_from_digits_and_refused_if_asked()
    {
        Rng rng = Rng.For(1, "noise");
        Write("noise.wav", [.. Enumerable.Range(0, 8000).Select(_ => 0.1 * rng.NextNormal())], 8000, 1);
        (int code, string output, string error) = Tool.Run("predict", Model, PathOf("noise.wav"), PathOf("digit.wav"));
        string[] lines = [.. output.Split('\n').Where(line => line.Contains(".wav: ", StringComparison.Ordinal))];
        Assert.Equal(0, code);
        Assert.EndsWith("(unlike all that the model heard)", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("unlike", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            "noise.wav: warning: it is unlike the recordings of the training (familiarity -",
            error,
            StringComparison.Ordinal
        );
        Assert.Equal(29, Tool.Run("predict", Model, PathOf("noise.wav"), "--strict").Code);
    }

    [Fact]
    public void What_is_unlike_the_training_is_warned_of_and_refused_if_asked()
    {
        double[] loud = [.. Clip.Waveform.Samples.Select(x => Math.Clamp(40 * x, -1, 1))];
        Write("clipped.wav", loud, 8000);
        (int code, _, string error) = Tool.Run("predict", Model, PathOf("clipped.wav"));
        Assert.Equal(0, code);
        Assert.Contains("clipped.wav: warning: ", error, StringComparison.Ordinal);
        Assert.Contains("% of its samples are clipped", error, StringComparison.Ordinal);
        Assert.Equal(29, Tool.Run("predict", Model, PathOf("clipped.wav"), "--strict").Code);
    }

    [Fact]
    public void A_file_that_another_program_holds_is_passed_over()
    {
        Write("held.wav", Clip.Waveform.Samples, 8000);
        using var held = new FileStream(PathOf("held.wav"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        (int code, string output, string error) = Tool.Run("predict", Model, PathOf("held.wav"), PathOf("digit.wav"));
        Assert.Equal(32, code);
        Assert.Contains("digit.wav: ", output, StringComparison.Ordinal);
        Assert.Contains("cannot be read", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_version_is_refused_with_both_versions()
    {
        string other = PathOf("other.rmodel");
        File.Copy(Model, other);
        using (ZipArchive zip = ZipFile.Open(other, ZipArchiveMode.Update))
        {
            ZipArchiveEntry entry = zip.GetEntry("model.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("model.json").Open());
            writer.Write(text.Replace("\"version\": 4", "\"version\": 9", StringComparison.Ordinal));
        }

        (int code, _, string error) = Tool.Run("predict", other, PathOf("digit.wav"));
        Assert.Equal(31, code);
        Assert.Contains("version 9; this program reads versions 3 to 4", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_model_that_is_cut_off_is_refused(double share)
    {
        File.WriteAllBytes(PathOf("cut.rmodel"), TinyModel.Bytes[..(int)(share * TinyModel.Bytes.Length)]);
        (int code, _, string error) = Tool.Run("predict", PathOf("cut.rmodel"), PathOf("digit.wav"));
        Assert.Equal(31, code);
        Assert.Contains("damaged", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.rmodel")]
    [InlineData("Digits.Nothing")]
    public void A_model_that_is_not_there_is_a_usage_error_which_takes_no_fingerprints(string name)
    {
        string cache = PathOf("cache");
        var apart = new Dictionary<string, string> { ["RESEARCH_CACHE"] = cache };
        (int code, _, string error) = Tool.Run(apart, "predict", name, PathOf("digit.wav"));
        Assert.Equal(2, code);
        Assert.Contains(name, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(cache, "results", "closures")), "it read the code of the experiments");
    }

    [Fact]
    public void A_package_tells_its_data_its_score_and_its_licence()
    {
        (int code, string output, _) = Tool.Run("models", "show", Model);
        Assert.Equal(0, code);
        Assert.Contains("licence: Data synthetic-digits: MIT", output, StringComparison.Ordinal);
        Assert.Contains("score: accuracy ", output, StringComparison.Ordinal);
    }

    private string Bad(string what)
    {
        string path = PathOf($"{what}.wav");
        var rng = Rng.For(3, "bad");
        double[] Noise(double seconds, int rate) =>
            [.. Enumerable.Range(0, (int)(seconds * rate)).Select(_ => 0.1 * rng.NextNormal())];
        switch (what)
        {
            case "missing":
                break;
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "text":
                File.WriteAllText(path, "Dear diary, today I recorded nothing.\n");
                break;
            case "truncated header":
                File.WriteAllBytes(path, File.ReadAllBytes(PathOf("digit.wav"))[..30]);
                break;
            case "no samples":
                File.WriteAllBytes(path, File.ReadAllBytes(PathOf("digit.wav"))[..36]);
                break;
            case "nan":
                File.WriteAllBytes(path, Floats([.. Enumerable.Repeat(0.1f, 4000), float.NaN, .. Enumerable.Repeat(0.1f, 4000)]));
                break;
            case "0.01 s":
                Write($"{what}.wav", Noise(0.01, 8000), 8000);
                break;
            case "10 minutes":
                Write($"{what}.wav", Noise(600, 8000), 8000);
                break;
            case "no sample at all":
                File.WriteAllBytes(path, Floats([]));
                break;
            case "a constant":
                Write($"{what}.wav", [.. Enumerable.Repeat(0.3, 8000)], 8000);
                break;
            case "silence":
                Write($"{what}.wav", new double[8000], 8000);
                break;
            default:
                Write($"{what}.wav", Noise(0.2, 999_983), 999_983);
                break;
        }

        return path;
    }

    private static byte[] Floats(float[] samples)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (4 * samples.Length));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)3);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(32_000);
        writer.Write((short)4);
        writer.Write((short)32);
        writer.Write("data"u8);
        writer.Write(4 * samples.Length);
        Array.ForEach(samples, writer.Write);
        writer.Flush();
        return file.ToArray();
    }

    private void Write(string name, double[] samples, int rate, int channels = 1)
    {
        WavWriter.Write(PathOf(name), new Waveform(samples, rate));
        if (channels > 1)
        {
            Channels(name, channels, rate);
        }
    }

    // The samples of a mono file are those of so many channels in turn.
    private void Channels(string name, int channels, int rate)
    {
        byte[] mono = File.ReadAllBytes(PathOf(name));
        BinaryPrimitives.WriteInt16LittleEndian(mono.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(mono.AsSpan(28), rate * 2 * channels);
        BinaryPrimitives.WriteInt16LittleEndian(mono.AsSpan(32), (short)(2 * channels));
        File.WriteAllBytes(PathOf(name), mono);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
