using Research.Data.Datasets;
using Research.Data.Tables;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public sealed class GtzanSpecgramsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GtzanSpecgramsTests() => GtzanFolder.WriteSplits(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_become_clips_genres_songs_and_parts()
    {
        Write("metal/metal00061");
        Write("blues/blues00001");
        Write("blues/blues00000");
        IReadOnlyList<Item> items = GtzanSpecgrams.Read(_folder.Path);
        Assert.Equal(["blues.00000", "blues.00001", "metal.00061"], items.Select(item => item.Id));
        Assert.Equal([Subset.Train, null, null], items.Select(item => item.Subset));
        Assert.Equal(("metal", "metal.00040"), (items[2].Label, items[2].Group));
    }

    [Fact]
    public void A_matrix_runs_forward_in_time_and_up_in_frequency()
    {
        Write("blues/blues00000");
        Matrix matrix = GtzanSpecgrams.Read(_folder.Path)[0].Matrix;
        Assert.Equal((57, 544), (matrix.Rows, matrix.Columns));
        Assert.Equal((543 + 6) % 256, matrix[2, 0]); // the lowest row of pixels, third column
        Assert.Equal(3, matrix[1, 543]);
    }

    [Fact]
    public void Labels_open_where_a_picture_is_garbage_and_its_matrix_names_the_file()
    {
        Write("blues/blues00000");
        File.WriteAllText(_folder.File("gray/blues/blues00000.png"), "garbage");
        Item item = GtzanSpecgrams.Read(_folder.Path)[0];
        Assert.Contains(
            "blues00000.png: is no PNG",
            Assert.Throws<ResearchException>(() => item.Matrix).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pictures_of_another_size_or_name_are_refused()
    {
        GtzanFolder.WritePicture(_folder.Path, "gray/blues/blues00000.png", 57, 544);
        Item item = GtzanSpecgrams.Read(_folder.Path)[0];
        Assert.Contains("57 × 544 pixels", Assert.Throws<ResearchException>(() => item.Matrix).Message, StringComparison.Ordinal);
        Write("zouk/zouk00000");
        Assert.Throws<ResearchException>(() => GtzanSpecgrams.Read(_folder.Path));
    }

    // The oracle is the index, which another program made from the same pictures.
    [Fact]
    public void All_pictures_have_the_least_and_the_greatest_level_that_the_index_says()
    {
        string folder = RealData.Folder("gtzan-specgrams");
        TextTable index = TextTable.Read(Path.Combine(folder, "index.csv"), ',');
        IReadOnlyList<Item> items = GtzanSpecgrams.Read(folder);
        Assert.All(items.CountBy(item => item.Label!), count => Assert.Equal(100, count.Value));
        Assert.Equal(1000, items.Count);
        foreach ((Item item, TextRow row) in items.Zip(index.Rows))
        {
            double[] values = item.Matrix.Values.ToArray();
            Assert.Equal(item.Id, Gtzan.NameOf(row["genre"], row.Whole("number")));
            Assert.Equal((row.Number("min"), row.Number("max")), (values.Min(), values.Max()));
        }
    }

    private void Write(string clip) => GtzanFolder.WritePicture(_folder.Path, $"gray/{clip}.png", 544, 57);
}
