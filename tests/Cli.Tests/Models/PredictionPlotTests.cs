using System.Text.Json;
using System.Xml.Linq;
using Research.Corpora;
using Research.Data;
using Research.Data.Audio.Wav;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Tests.Models;

/// <summary>Genres of generated music over time, end to end.</summary>
public sealed class PredictionPlotTests : IDisposable
{
    private const int Seconds = 20;

    // Other pieces than those of the training: one of metal, then one of classical music.
    private static readonly Dataset Pieces = SyntheticMusic.Make("others", 11, 1, Seconds);
    private static readonly string[] Genres = ["metal", "classical"];

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PredictionPlotTests()
    {
        File.WriteAllBytes(Model, TinyGenres.Bytes);
        double[] samples = [.. Genres.SelectMany(genre => Pieces.Items.Single(item => item.Label == genre).Waveform.Samples)];
        WavWriter.Write(Song, new Waveform(samples, SyntheticMusic.SampleRateHz));
    }

    private string Model => Path.Combine(_folder, "genres.rmodel");

    private string Song => Path.Combine(_folder, "song.wav");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_song_of_two_genres_is_heard_window_after_window()
    {
        (int code, string output, string errors) = Tool.Run("predict", Model, Song, "--windows", "--csv", "--top", "1");
        Assert.Equal(0, code);
        var table = CsvTable.Parse(output);
        Assert.Equal(
            ["file", "start_s", "end_s", "rank", "label", "probability", "stranger", "decoder", "warnings", "error"],
            table.Header
        );
        Assert.Equal(["0.00", "10.00", "20.00", "30.00"], table.Rows.Select(row => row[1]));
        Assert.Equal(["metal", "metal", "classical", "classical"], table.Rows.Select(row => row[4]));
        Assert.DoesNotContain("it lasts", errors, StringComparison.Ordinal); // a song may be longer than a window
    }

    [Fact]
    public void Lines_tell_the_vote_and_the_windows()
    {
        string[] lines = Tool.Run("predict", Model, Song, "--windows").Output.TrimEnd('\n').Split('\n');
        Assert.Contains("(vote of 4 windows)", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("  0.00-10.00 s: metal ", lines[2], StringComparison.Ordinal);
        Assert.Equal(6, lines.Length);
        Assert.Equal(2, Tool.Run("predict", Model, Song).Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void The_vote_of_the_json_is_the_mean_of_its_windows()
    {
        using var json = JsonDocument.Parse(Tool.Run("predict", Model, Song, "--windows", "--json", "--top", "10").Output);
        JsonElement result = json.RootElement.GetProperty("results")[0];
        JsonElement[] windows = [.. result.GetProperty("windows").EnumerateArray()];
        Assert.Equal(4, windows.Length);
        Assert.Equal(30, windows[3].GetProperty("startSeconds").GetDouble());
        Assert.Equal(40, windows[3].GetProperty("endSeconds").GetDouble());
        Assert.All(windows, window => Assert.Equal(1, Sum(window), 1e-9));
        Assert.Equal(1, Sum(result), 1e-9);
    }

    [Fact]
    public void The_picture_has_a_line_for_each_of_the_likeliest_classes()
    {
        string svg = Path.Combine(_folder, "song.svg");
        Assert.Equal(0, Tool.Run("predict", Model, Song, "--plot", svg).Code);
        var picture = XDocument.Load(svg);
        Assert.Contains("Probabilities of 4 windows", picture.ToString(), StringComparison.Ordinal);
        Assert.Contains("The 8 likeliest of 10 classes", picture.ToString(), StringComparison.Ordinal);
        string[] words = [.. picture.Descendants().Where(own => own.Name.LocalName == "text").Select(own => own.Value)];
        Assert.All(Genres, genre => Assert.Contains(genre, words));
        Assert.Contains("time, s", words);
    }

    [Theory]
    [InlineData("--plot", "song.png", "the picture is SVG")]
    [InlineData("--plot", "song.svg", "hears a recording as a whole", "digits")]
    [InlineData("--windows", null, "hears a recording as a whole", "digits")]
    [InlineData("--plot", "song.svg", "draws one recording; 2 were given", null, true)]
    public void What_cannot_be_drawn_is_a_usage_error(
        string option,
        string? file,
        string words,
        string? model = null,
        bool twice = false
    )
    {
        string digits = Path.Combine(_folder, "digits.rmodel");
        File.WriteAllBytes(digits, TinyModel.Bytes);
        string[] options = file is null ? [option] : [option, Path.Combine(_folder, file)];
        (int code, _, string errors) = Tool.Run([
            "predict",
            model is null ? Model : digits,
            Song,
            .. twice ? [Song] : Array.Empty<string>(),
            .. options,
        ]);
        Assert.Equal(2, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "song.svg")));
    }

    [Fact]
    public void A_song_of_half_an_hour_is_refused_with_what_to_do()
    {
        string path = Path.Combine(_folder, "long.wav");
        WavWriter.Write(path, new Waveform([.. Enumerable.Range(0, 1000 * 1300).Select(n => n % 2 == 0 ? 0.1 : -0.1)], 1000));
        (int code, _, string errors) = Tool.Run("predict", Model, path);
        Assert.Equal(27, code);
        Assert.Contains("20 minutes at most", errors, StringComparison.Ordinal);
    }

    private static double Sum(JsonElement told) =>
        told.GetProperty("classes").EnumerateArray().Sum(item => item.GetProperty("probability").GetDouble());
}
