using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Data.Datasets;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

/// <summary>The two sets of film music, and the private set of pop: tables of ratings, with or without recordings.</summary>
public sealed class FilmMusicTests : IDisposable
{
    private const string Heading = "\uFEFFnumber\tvalence\tenergy\ttension\tanger\tfear\thappy\tsad\ttender\tTARGET";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Excerpts_have_eight_ratings_as_targets_and_as_a_row()
    {
        WriteFirst("002\t4.83\t6.17\t3.83\t1\t1.5\t7\t2\t1\tHAPPY", "001\t3\t2\t1\t4\t5\t6\t7\t8\tSAD");
        IReadOnlyList<Item> items = Eerola360.Dataset.Read(_folder.Path);
        Assert.Equal(["001", "002"], items.Select(item => item.Id));
        Assert.Equal(["Psycho", "The Portrait of a Lady"], items.Select(item => item.Group));
        Assert.Equal([3.0, 2, 1, 4, 5, 6, 7, 8], items[0].Matrix.Values.ToArray());
        Assert.Equal((6.17, 1.5), (items[1].Targets["energy"], items[1].Targets["fear"]));
        Assert.All(items, item => Assert.Null(item.Label));
    }

    [Fact]
    public void Only_excerpts_whose_recording_is_there_are_recordings()
    {
        WriteFirst("002\t4.83\t6.17\t3.83\t1\t1\t7\t2\t1\tHAPPY", "001\t3\t2\t1\t4\t5\t6\t7\t8\tSAD");
        Directory.CreateDirectory(_folder.File("set1/audio"));
        File.WriteAllText(_folder.File("set1/audio/002.mp3"), "garbage");
        Item item = Assert.Single(Eerola360.Audio.Read(_folder.Path));
        Assert.Equal(("002", "The Portrait of a Lady"), (item.Id, item.Group));
        Assert.Contains(
            "002.mp3: is no MPEG audio",
            Assert.Throws<RecordingException>(() => item.Waveform).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "003\t4\t4\t4\t1\t1\t1\t1\t1\tX",
        "line 2: '003' is no number of three digits that set1/set1_tracklist.csv lists"
    )]
    [InlineData("../1\t4\t4\t4\t1\t1\t1\t1\t1\tX", "line 2: '../1' is no number")]
    [InlineData("001\t4\t9.5\t4\t1\t1\t1\t1\t1\tX", "line 2: the rating '9.5' under 'energy' is none")]
    [InlineData("001\t4\tloud\t4\t1\t1\t1\t1\t1\tX", "line 2: 'loud' stands under 'energy'")]
    public void A_row_that_cannot_be_is_told(string row, string words)
    {
        WriteFirst(row);
        Refused(Eerola360.Dataset, words);
    }

    [Fact]
    public void The_second_set_has_features_and_ratings()
    {
        Directory.CreateDirectory(_folder.File("set2/derived"));
        Write(
            "set2/derived/soundtrack_features.csv",
            "File," + string.Join(',', Eerola110.Columns),
            "001.mp3," + string.Join(',', Enumerable.Range(1, 25))
        );
        const string Ratings = "Number,Valence,Energy,Tension,Anger,Fear,Happy,Sad,Tender,soundtrack";
        Write("set2/derived/soundtrack.csv", Ratings, "1,2.5,7,8,6,4,1,2,3,Lethal weapon 3");
        Item item = Assert.Single(Eerola110.Read(_folder.Path));
        Assert.Equal(("001", "Lethal weapon 3", 8.0), (item.Id, item.Group, item.Targets["tension"]));
        Assert.Equal(Enumerable.Range(1, 25).Select(k => (double)k), item.Matrix.Row(0).ToArray());
        Write("set2/derived/soundtrack.csv", Ratings, "2,2.5,7,8,6,4,1,2,3,Lethal weapon 3");
        Refused(Eerola110.Dataset, "line 2: soundtrack_features.csv has no row for 002.mp3");
    }

    [Fact]
    public void A_folder_like_the_private_set_is_read()
    {
        Write("big-set.csv", "file,energy,valence,part", "audio/b.wav,0.5,1,test", "audio/a.wav,0,0.25,");
        Directory.CreateDirectory(_folder.File("audio"));
        WavWriter.Write(_folder.File("audio/b.wav"), new Waveform([0, 0.5], 8000));
        IReadOnlyList<Item> items = BigSet.Read(_folder.Path);
        Assert.Equal([("a", null), ("b", Subset.Test)], items.Select(item => (item.Id, item.Subset)));
        Assert.Equal((0.5, 1.0), (items[1].Targets["energy"], items[1].Targets["valence"]));
        Assert.Equal(0.5, items[1].Waveform.Samples[1], 1e-4);
        Assert.Contains("a.wav", Assert.ThrowsAny<Exception>(() => items[0].Waveform).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../a.wav,0,0,", "line 2: the file '../a.wav' does not lie in the folder audio")]
    [InlineData("a.wav,0,0,", "line 2: the file 'a.wav' does not lie in the folder audio")]
    [InlineData("audio/a.wav,1.5,0,", "line 2: '1.5' stands under 'energy', where a number from 0 to 1")]
    [InlineData("audio/a.wav,0,0,rest", "line 2: 'rest' stands under 'part'")]
    public void A_row_of_the_private_set_that_cannot_be_is_told(string row, string words)
    {
        Write("big-set.csv", "file,energy,valence,part", row);
        Refused(BigSet.Dataset, words);
    }

    // SOURCE of the data: means 4.107, 4.069 and 4.208, ranges 1.00-6.83, 1.17-7.00, 1.00-7.00; 46 names of albums, two of which are one.
    [Fact]
    public void All_360_ratings_are_read()
    {
        IReadOnlyList<Item> items = Eerola360.Dataset.Read(RealData.Folder("eerola-360"));
        Assert.Equal((Eerola360.Excerpts, 45), (items.Count, items.Select(item => item.Group).Distinct().Count()));
        Assert.Equal([4.107, 4.069, 4.208], FilmRatings.Scales.Select(name => Math.Round(Mean(items, name), 3)));
        Assert.Equal([1, 1.17, 1], FilmRatings.Scales.Select(name => items.Min(item => item.Targets[name])));
        Assert.Equal([6.83, 7, 7], FilmRatings.Scales.Select(name => items.Max(item => item.Targets[name])));
    }

    [Fact]
    public void Twelve_recordings_decode()
    {
        IReadOnlyList<Item> items = Eerola360.Audio.Read(RealData.Folder("eerola-360-audio"));
        Assert.Equal(12, items.Count);
        Assert.All(items, item => Assert.Equal(44_100, item.Waveform.SampleRateHz));
        Assert.All(items, item => Assert.InRange(item.Waveform.DurationSeconds, 14, 18));
    }

    // SOURCE of the data: the correlation of energy and root mean square is 0.58, so ratings and features belong together.
    [Fact]
    public void Louder_excerpts_of_the_second_set_are_rated_as_more_energetic()
    {
        IReadOnlyList<Item> items = Eerola110.Read(RealData.Folder("eerola-110"));
        Assert.Equal(110, items.Count);
        double[] energy = [.. items.Select(item => item.Targets["energy"])];
        double[] level = [.. items.Select(item => item.Matrix[0, 0])];
        Assert.Equal(0.58, Correlation(energy, level), 0.005);
        Assert.Equal(items.Single(item => item.Id == "010").Group, items.Single(item => item.Id == "095").Group);
    }

    private static double Mean(IReadOnlyList<Item> items, string name) =>
        OrderedSum.Mean([.. items.Select(item => item.Targets[name])]);

    private static double Correlation(double[] a, double[] b)
    {
        (double meanA, double meanB) = (OrderedSum.Mean(a), OrderedSum.Mean(b));
        double[] da = [.. a.Select(value => value - meanA)];
        double[] db = [.. b.Select(value => value - meanB)];
        return OrderedSum.Dot(da, db) / Math.Sqrt(OrderedSum.Dot(da, da) * OrderedSum.Dot(db, db));
    }

    private void WriteFirst(params string[] rows)
    {
        Directory.CreateDirectory(_folder.File("set1"));
        Write(
            "set1/set1_tracklist.csv",
            "Nro,Emotion,Album name,Track,Min:Sec",
            "001,Sad,Psycho ,1,0",
            "002,Happy,The Portait of a Lady,2,0"
        );
        Write("set1/mean_ratings_set1.csv", [Heading, .. rows]);
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(_folder.File(file), lines);

    private void Refused(PinnedDataset dataset, string words)
    {
        string message = Assert.Throws<ResearchException>(() => dataset.Read(_folder.Path)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
    }
}
