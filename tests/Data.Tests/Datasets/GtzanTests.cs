using Research.Data.Datasets;
using Research.Data.Splits;
using Research.Data.Tables;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class GtzanTests
{
    [Theory]
    [InlineData("blues.0000")]
    [InlineData("blues00000")]
    [InlineData("zouk.00000")]
    [InlineData("blues.0000x")]
    public void Other_names_are_refused(string name) => Assert.Throws<ResearchException>(() => Gtzan.GenreOf(name));

    [Fact]
    public void Repetitions_are_one_song_though_they_have_two_genres()
    {
        Assert.Equal("metal.00058", Gtzan.SongOf("rock.00016"));
        Assert.Equal("blues.00016", Gtzan.SongOf("blues.00016"));
        Assert.Equal(985, Gtzan.Clips.Select(Gtzan.SongOf).Distinct().Count());
    }

    [Fact]
    public void Parts_are_those_of_the_fault_filtered_list()
    {
        using var folder = new TemporaryFolder();
        GtzanFolder.WriteSplits(folder.Path);
        IReadOnlyDictionary<string, Subset> parts = Gtzan.Parts(folder.Path);
        Assert.Equal(["blues.00000", "blues.00002", "metal.00040"], parts.Keys.Order());
        Assert.Equal(Subset.Validation, parts["blues.00002"]);
    }

    [Theory]
    [InlineData("fault-filtered,dev,blues,1", "line 2: 'dev' stands under 'part'")]
    [InlineData("fault-filtered,test,blues,one", "line 2: 'one' stands under 'number'")]
    [InlineData("fault-filtered,test,blues,1\nfault-filtered,train,blues,1", "line 3: blues 1 is listed twice")]
    public void A_list_with_a_fault_is_refused_with_its_line(string rows, string words)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("splits.csv"), "list,part,genre,number\n" + rows);
        string message = Assert.Throws<ResearchException>(() => Gtzan.Parts(folder.Path)).Message;
        Assert.Contains("splits.csv, " + words, message, StringComparison.Ordinal);
    }

    // Sizes as the papers have them; the repetitions as two independent sets of pictures show them.
    [Theory]
    [InlineData("gtzan-specgrams", 15)]
    [InlineData("gtzan-mel", 14)]
    public void The_repetitions_are_those_of_the_pictures(string id, int count)
    {
        TextTable index = TextTable.Read(Path.Combine(RealData.Folder(id), "index.csv"), ',');
        (string, string)[] repeated =
        [
            .. index.Rows.Where(row => row["same_as"].Length > 0).Select(row => (ClipOf(row), Dotted(row["same_as"]))),
        ];
        Assert.Equal(count, repeated.Length);
        Assert.All(repeated, pair => Assert.Equal(pair.Item2, Gtzan.SongOf(pair.Item1)));
    }

    [Theory]
    [InlineData("gtzan-specgrams", 443, 197, 290)]
    [InlineData("gtzan-mel", 443, 197, 290)]
    [InlineData("music-features-gtzan", 443, 197, 290)]
    [InlineData("gtzan-clips", 230, 93, 128)]
    public void The_published_split_has_the_published_sizes_and_no_song_on_two_sides(string id, int train, int valid, int test)
    {
        DatasetCard card = DatasetCatalog.In(typeof(Gtzan).Assembly).Single(card => card.Dataset.Id == id);
        IReadOnlyList<Item> items = ((PinnedDataset)card.Dataset).Read(RealData.Folder(id));
        var protocol = new PublishedSplit { Validation = new PublishedValidation() };
        TrainValidationTest parts = protocol.Of(SplitItems.Of(new Dataset(id, "1", "", Synthetic: false, items)), 1);
        Assert.Equal((train, valid, test), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
        string[] songs = [.. parts.Train.Concat(parts.Validation).Concat(parts.Test).Select(i => items[i].Group)];
        Assert.Equal(songs.Length, songs.Distinct().Count());
    }

    private static string ClipOf(TextRow row) => Gtzan.NameOf(row["genre"], row.Whole("number"));

    private static string Dotted(string name) =>
        name.Contains('.', StringComparison.Ordinal) ? name : $"{name[..^5]}.{name[^5..]}";
}
