using Research.Data.Datasets;
using Research.Data.Tables;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class GtzanMelTests
{
    [Fact]
    public void A_picture_becomes_a_matrix_of_time_by_frequency()
    {
        using var folder = new TemporaryFolder();
        GtzanFolder.WriteSplits(folder.Path);
        GtzanFolder.WritePicture(folder.Path, "gray/blues/blues.00002.png", 172, 173);
        Item item = Assert.Single(GtzanMel.Read(folder.Path));
        Assert.Equal(("blues.00002", "blues", Subset.Validation), (item.Id, item.Label, item.Subset));
        Matrix matrix = item.Matrix;
        Assert.Equal((173, 172), (matrix.Rows, matrix.Columns));
        Assert.Equal(171, matrix[0, 0]);
    }

    // The oracle is the index, which another program made from the same pictures.
    [Fact]
    public void All_pictures_have_the_silence_and_the_greatest_level_that_the_index_says()
    {
        string folder = RealData.Folder("gtzan-mel");
        TextTable index = TextTable.Read(Path.Combine(folder, "index.csv"), ',');
        IReadOnlyList<Item> items = GtzanMel.Read(folder);
        Assert.Equal(1000, items.Count);
        foreach ((Item item, TextRow row) in items.Zip(index.Rows))
        {
            double[] values = item.Matrix.Values.ToArray();
            Assert.Equal(item.Id, Gtzan.NameOf(row["genre"], row.Whole("number")));
            Assert.Equal(row.Number("max"), values.Max());
            Assert.Equal(row.Number("zero_fraction"), values.Count(value => value == 0) / (double)values.Length, 5.1e-5);
        }
    }
}
