using Research.Data.Audio.Wav;
using Research.Numerics;

namespace Research.Cli.Tests;

/// <summary>A user's own recordings: added, trained on, recognised; in a checkout of their own.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const int RateHz = 8000;

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public OwnDataTests()
    {
        Directory.CreateDirectory(PathOf("tones"));
        File.WriteAllText(PathOf("datasets.lock"), "{ \"datasets\": [] }\n");
        var labels = new List<string> { "file,label,player" };
        for (int i = 0; i < 30; i++)
        {
            string label = i % 2 == 0 ? "low" : "high";
            WavWriter.Write(PathOf($"tones/{i}.wav"), Tone(i % 2 == 0 ? 200 : 900, (ulong)i));
            labels.Add($"{i}.wav,{label},p{i % 3}");
        }

        File.WriteAllLines(PathOf("labels.csv"), labels);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_becomes_a_dataset_a_model_and_answers()
    {
        (int code, string said, string errors) = Run(
            "data",
            "add",
            "tones",
            PathOf("tones"),
            "--labels",
            PathOf("labels.csv"),
            "--group",
            "player"
        );
        Assert.True(code == 0, errors);
        Assert.StartsWith(
            "tones: 30 recordings, 2 classes; pinned in datasets.local.lock to sha256:",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("tones: verified, version own, 31 files", Run("data", "status").Output, StringComparison.Ordinal);

        (code, said, errors) = Run("train", "Digits.GmmHmm", "--data", "tones", "--out", PathOf("tones.rmodel"));
        Assert.True(code == 0, errors);
        Assert.Contains("recordings of tones that it did not learn from", said, StringComparison.Ordinal);

        WavWriter.Write(PathOf("new.wav"), Tone(900, 99));
        (code, said, errors) = Run("predict", PathOf("tones.rmodel"), PathOf("new.wav"), "--top", "1");
        Assert.True(code == 0, errors);
        Assert.Contains("new.wav: high ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_features_becomes_a_dataset_a_model_and_answers_row_by_row()
    {
        string[] rows =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => $"p{i},{(i % 2 == 0 ? "tall" : "low")},{(i % 2 == 0 ? 3 : 1) + (i * 0.01)},{i % 5}"),
        ];
        File.WriteAllLines(PathOf("plants.csv"), ["file,label,height,leaves", .. rows]);
        (int code, _, string errors) = Run("data", "add", "plants", PathOf("plants.csv"), "--labels", PathOf("plants.csv"));
        Assert.True(code == 0, errors);
        (code, string said, errors) = Run(
            "train",
            "SpeechEmotion.Handcrafted",
            "--data",
            "plants",
            "--out",
            PathOf("plants.rmodel")
        );
        Assert.True(code == 0, errors);
        Assert.Contains("over a table of height, leaves; accuracy 1.000", said, StringComparison.Ordinal);
        Assert.Contains("items of plants that it did not learn from", said, StringComparison.Ordinal);

        File.WriteAllLines(PathOf("new.csv"), ["leaves,file,note,height", "2,a,oak,3.2", "2,b,moss,1.2"]); // in another order
        (code, said, errors) = Run("predict", PathOf("plants.rmodel"), PathOf("new.csv"), "--top", "1");
        Assert.True(code == 0, errors);
        Assert.Contains("new.csv: a: tall ", said, StringComparison.Ordinal);
        Assert.Contains("new.csv: b: low ", said, StringComparison.Ordinal);

        File.WriteAllLines(PathOf("short.csv"), ["file,height", "a,3.2"]);
        Assert.Equal(24, Run("predict", PathOf("plants.rmodel"), PathOf("short.csv")).Code);
        Refused("has no column 'leaves', which the model learned from", "predict", PathOf("plants.rmodel"), PathOf("short.csv"));
        File.WriteAllBytes(PathOf("sound.wav"), [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0]);
        Refused(
            "sound.wav: is no table; the model learned from a table of features, so give it one with the columns height, leaves.",
            "predict",
            PathOf("plants.rmodel"),
            PathOf("sound.wav")
        );
        Refused("there is no such file", "predict", PathOf("plants.rmodel"), PathOf("none.csv"));
        Assert.Equal(20, Run("predict", PathOf("plants.rmodel"), PathOf("none.csv")).Code);
        File.WriteAllLines(PathOf("far.csv"), ["file,height,leaves", "a,1000,2"]);
        Assert.Equal(29, Run("predict", PathOf("plants.rmodel"), PathOf("far.csv"), "--strict").Code);
    }

    [Fact]
    public void A_folder_of_arrays_becomes_a_dataset_a_model_and_answers()
    {
        Directory.CreateDirectory(PathOf("spectra"));
        var labels = new List<string> { "file,label" };
        for (int i = 0; i < 40; i++)
        {
            WriteArray(PathOf($"spectra/{i}.npy"), rows: 3 + (i % 4), i % 2 == 0 ? 5 : 1, i);
            labels.Add($"{i}.npy,{(i % 2 == 0 ? "loud" : "soft")}");
        }

        File.WriteAllLines(PathOf("spectra.csv"), labels);
        (int code, _, string errors) = Run("data", "add", "spectra", PathOf("spectra"), "--labels", PathOf("spectra.csv"));
        Assert.True(code == 0, errors);
        Refused("'spectra' holds no recordings", "train", "Digits.GmmHmm", "--data", "spectra");
        (code, string said, errors) = Run(
            "train",
            "SpeechEmotion.Handcrafted",
            "--data",
            "spectra",
            "--out",
            PathOf("spectra.rmodel")
        );
        Assert.True(code == 0, errors);
        Assert.Contains("over arrays of 2 columns; accuracy 1.000", said, StringComparison.Ordinal);
        WriteArray(PathOf("new.npy"), rows: 9, 5, 1);
        (code, said, errors) = Run("predict", PathOf("spectra.rmodel"), PathOf("new.npy"), "--top", "1");
        Assert.True(code == 0, errors);
        Assert.Contains("new.npy: loud ", said, StringComparison.Ordinal);
        Refused("is no", "predict", PathOf("spectra.rmodel"), PathOf("labels.csv"));
    }

    // Two columns of float32: the level, and something else.
    private static void WriteArray(string path, int rows, float level, int seed)
    {
        byte[] header = System.Text.Encoding.ASCII.GetBytes(
            $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, 2), }}\n"
        );
        float[] values =
        [
            .. Enumerable.Range(0, rows * 2).Select(k => k % 2 == 0 ? level + (0.01f * ((k + seed) % 7)) : (k * seed) % 5),
        ];
        byte[] content = [.. values.SelectMany(BitConverter.GetBytes)];
        File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. content]);
    }

    [Fact]
    public void A_table_of_features_is_checked_and_no_recogniser_of_recordings_takes_it()
    {
        File.WriteAllLines(PathOf("plants.tsv"), ["file\tlabel\theight\twidth", "a\ttall\t3.5\t1", "b\tlow\t0.5\t2e-1"]);
        (int code, string said, string errors) = Run(
            "data",
            "add",
            "plants",
            PathOf("plants.tsv"),
            "--labels",
            PathOf("plants.tsv")
        );
        Assert.True(code == 0, errors);
        Assert.StartsWith("plants: 2 rows, 2 classes; pinned", said, StringComparison.Ordinal);
        Refused("'plants' holds no recordings", "train", "Digits.GmmHmm", "--data", "plants");
        File.WriteAllLines(PathOf("plants.tsv"), ["file\tlabel\theight", "a\ttall\tvery", "b\tlow\t0.5"]);
        Refused("'a' has 'very' under 'height'", "data", "add", "plants", PathOf("plants.tsv"), "--labels", PathOf("plants.tsv"));
        File.WriteAllLines(PathOf("plants.tsv"), ["file\tlabel\theight", "a\ttall"]);
        Refused(
            "line 2 has 2 cells where the heading has 3",
            "data",
            "add",
            "plants",
            PathOf("plants.tsv"),
            "--labels",
            PathOf("plants.tsv")
        );
    }

    [Fact]
    public void The_courses_archive_needs_no_labels_of_the_users()
    {
        Directory.CreateDirectory(PathOf("fma/train"));
        File.WriteAllLines(
            PathOf("fma/train_labels.txt"),
            ["Id\tvalence\tenergy\tdanceability", "7.fused.full.npy.gz\t0.1\t0.2\t0.3"]
        );
        byte[] header = [.. "{'descr': '<f4', 'fortran_order': False, 'shape': (140, 2), }\n"u8];
        byte[] array = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. new byte[140 * 2 * 4]];
        File.WriteAllBytes(PathOf("fma/train/7.fused.full.npy"), array);
        (int code, string said, string errors) = Run("data", "add", "fma-affect", PathOf("fma"), "--course");
        Assert.True(code == 0, errors);
        Assert.StartsWith("fma-affect: 1 arrays, danceability, energy, valence; pinned", said, StringComparison.Ordinal);
        Refused("One of --labels and --course is needed", "data", "add", "fma", PathOf("fma"));
        Refused("do not go with --course", "data", "add", "fma", PathOf("fma"), "--course", "--rate", "8000");
    }

    [Fact]
    public void The_whole_of_a_dataset_is_pinned_under_its_own_name()
    {
        Directory.CreateDirectory(PathOf("pop/audio"));
        WavWriter.Write(PathOf("pop/audio/a.wav"), Tone(200, 1));
        File.WriteAllLines(PathOf("pop/big-set.csv"), ["file,energy,valence,part", "audio/a.wav,0.5,0.25,train"]);
        (int code, string said, string errors) = Run("data", "add", "big-set", PathOf("pop"), "--whole");
        Assert.True(code == 0, errors);
        Assert.StartsWith("big-set: 1 items; pinned in datasets.local.lock to sha256:", said, StringComparison.Ordinal);
        Assert.Contains("big-set: verified, version own, 2 files", Run("data", "status").Output, StringComparison.Ordinal);
        Refused(
            "'tones' is no dataset of which a part is missing; those are big-set",
            "data",
            "add",
            "tones",
            PathOf("tones"),
            "--whole"
        );
        Refused("--whole goes without", "data", "add", "big-set", PathOf("pop"), "--whole", "--course");
        Refused("there is no such folder", "data", "add", "big-set", PathOf("gone"), "--whole");
        File.WriteAllText(PathOf("pop/audio/a.wav"), "garbage");
        Refused("a.wav", "data", "add", "big-set", PathOf("pop"), "--whole");
    }

    [Fact]
    public void Mistakes_are_sentences()
    {
        Refused(
            "there is no such folder, nor a table of that name",
            "data",
            "add",
            "tones",
            PathOf("none"),
            "--labels",
            PathOf("labels.csv")
        );
        Refused(
            "has no column 'singer'",
            "data",
            "add",
            "tones",
            PathOf("tones"),
            "--labels",
            PathOf("labels.csv"),
            "--group",
            "singer"
        );
        Refused("'tonnes' is no dataset of your own.", "train", "Digits.GmmHmm", "--data", "tonnes");
        Refused("there is no such file", "data", "add", "tones", PathOf("tones"), "--labels", PathOf("none.csv"));
        Refused("is a folder; a table is needed", "data", "add", "tones", PathOf("tones"), "--labels", PathOf("tones"));
        Refused(
            "'../tones' is no name for a dataset",
            "data",
            "add",
            "../tones",
            PathOf("tones"),
            "--labels",
            PathOf("labels.csv")
        );
        Refused("Did you mean Digits.GmmHmm?", "train", "Digits.GmmHm", "--data", "tones");
        File.AppendAllText(PathOf("labels.csv"), "gone.wav,low,p1\n");
        Refused("not among the recordings: gone.wav", "data", "add", "tones", PathOf("tones"), "--labels", PathOf("labels.csv"));
        Assert.False(File.Exists(PathOf("datasets.local.lock")));
    }

    private void Refused(string words, params string[] arguments)
    {
        (int code, _, string errors) = Run(arguments);
        Assert.NotEqual(0, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments) =>
        Tool.Run(
            new Dictionary<string, string> { ["RESEARCH_CHECKOUT"] = _folder, ["RESEARCH_CACHE"] = PathOf("cache") },
            arguments
        );

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static Research.Data.Waveform Tone(double hertz, ulong seed)
    {
        Rng rng = Rng.For(seed, "tone");
        double shift = hertz * (1 + (0.02 * rng.NextNormal()));
        return new(
            [
                .. Enumerable
                    .Range(0, 4000)
                    .Select(n => (0.3 * Math.Sin(2 * Math.PI * shift * n / RateHz)) + (0.02 * rng.NextNormal())),
            ],
            RateHz
        );
    }
}
