using Research.Data.Arrays;
using Research.Data.Datasets;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public sealed class MusicFeaturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_of_each_layer_and_of_mfcc_is_the_row_of_an_item()
    {
        Write("gtzan_genre", "label\n0,blues,genres/blues/blues.00002.au,0\n1,blues,genres/blues/blues.00000.au,0\n", 2);
        GtzanFolder.WriteSplits(_folder.Path);
        IReadOnlyList<Item> items = MusicFeatures.Gtzan.Read(_folder.Path);
        Assert.Equal(["blues.00000", "blues.00002"], items.Select(item => item.Id));
        Assert.Equal([Subset.Train, Subset.Validation], items.Select(item => item.Subset));
        Matrix row = items[0].Matrix; // the second in the arrays
        Assert.Equal((1, 280), (row.Rows, row.Columns));
        Assert.Equal([1000, 1031], [row[0, 0], row[0, 31]]);
        Assert.Equal([1400, 1500, 1619], [row[0, 128], row[0, 160], row[0, 279]]);
    }

    [Fact]
    public void Emo_music_has_targets_and_no_class()
    {
        Write("emoMusic", "label_arousal,label_valence\n0,2,clips/2.mp3,0.25,0.75\n", 1);
        Item item = Assert.Single(MusicFeatures.EmoMusic.Read(_folder.Path));
        Assert.Equal(("2", null, 0.25, 0.75), (item.Id, item.Label, item.Targets["arousal"], item.Targets["valence"]));
    }

    [Fact]
    public void Numbers_of_dances_are_their_places_in_the_published_list()
    {
        Write("ballroom_extended", "label\n0,1,b/Quickstep/a.mp3,12\n1,2,b/Chacha/b.mp3,0\n", 2);
        Assert.Equal(["Quickstep", "Chacha"], MusicFeatures.Ballroom.Read(_folder.Path).Select(item => item.Label));
        Write("gtzan_speechmusic", "label\n0,1,b/a.wav,2\n", 1);
        Assert.Contains(
            "gtzan_speechmusic.csv, line 2: the label 2 is none; 0 to 1 are",
            Assert.Throws<ResearchException>(() => MusicFeatures.SpeechMusic.Read(_folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Arrays_of_another_length_than_the_table_are_refused()
    {
        Write("emoMusic", "label_arousal,label_valence\n0,2,clips/2.mp3,0.25,0.75\n", 2);
        Item item = Assert.Single(MusicFeatures.EmoMusic.Read(_folder.Path));
        Assert.Contains(
            "emoMusic_layer_0.npy: has 2 rows of 32; 1 rows of 32 are needed",
            Assert.Throws<ResearchException>(() => item.Matrix).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("music-features-gtzan", 1000, 10)]
    [InlineData("music-features-emomusic", 744, 0)]
    [InlineData("music-features-ballroom", 4180, 13)]
    [InlineData("music-features-speech-music", 128, 2)]
    public void All_published_rows_are_read_and_finite(string id, int count, int classes)
    {
        DatasetCard card = DatasetCatalog.In(typeof(MusicFeatures).Assembly).Single(card => card.Dataset.Id == id);
        IReadOnlyList<Item> items = ((PinnedDataset)card.Dataset).Read(RealData.Folder(id));
        Assert.Equal((count, classes), (items.Count, items.Select(item => item.Label).OfType<string>().Distinct().Count()));
        Assert.Equal(count, items.Select(item => item.Id).Distinct().Count());
        Assert.All(items, item => FiniteNumbers.Check(item.Matrix));
    }

    // The directory of a dance's recording names it; the numbers are the authors'.
    [Fact]
    public void Each_dance_is_that_of_the_recordings_folder()
    {
        string folder = RealData.Folder("music-features-ballroom");
        string[] lines = File.ReadAllLines(Path.Combine(folder, "data_csv/ballroom_extended.csv"));
        var dances = lines[1..].Select(line => line.Split('/')).ToDictionary(part => part[2].Split('.')[0], part => part[1]);
        Assert.All(MusicFeatures.Ballroom.Read(folder), item => Assert.Equal(dances[item.Id], item.Label));
    }

    // Layer k holds 100·k, MFCC 500, and each row thousand times its place; columns count up.
    private void Write(string set, string table, int rows)
    {
        Directory.CreateDirectory(_folder.File("data_csv"));
        Directory.CreateDirectory(_folder.File("data_feats"));
        File.WriteAllText(_folder.File($"data_csv/{set}.csv"), ",id,filepath," + table);
        for (int block = 0; block < 6; block++)
        {
            var matrix = new Matrix(rows, block < 5 ? 32 : 120);
            for (int i = 0; i < rows * matrix.Columns; i++)
            {
                matrix.Values[i] = (1000 * (i / matrix.Columns)) + (100 * block) + (i % matrix.Columns);
            }

            using FileStream file = File.Create(_folder.File($"data_feats/{set}_{(block < 5 ? $"layer_{block}" : "mfcc")}.npy"));
            NpyWriter.Write(file, matrix);
        }
    }
}
