using Research.Data.Own;
using Research.Numerics;

namespace Research.Data.Tests.Own;

public sealed class OwnTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_row_reads_back_as_the_matrix_of_its_item()
    {
        var table = new OwnTable(
            ["x.1", "a", "left out"],
            ["height", "width"],
            Matrix.OfRows([
                [1, 2],
                [3, 4],
                [5, 6],
            ])
        );
        table.Write([new("x.1", "x.1", "tall", "x.1", null), new("a", "a", "low", "a", null)], _folder.File(""));
        IReadOnlyList<Item> back = OwnDataset.Read(_folder.File(""));
        Assert.Equal(["a", "x.1"], back.Select(item => item.Id));
        Assert.Equal([3, 4], back[0].Matrix.Values.ToArray());
        Assert.Equal([1, 2], back[1].Matrix.Values.ToArray());
        Assert.Equal("rows", table.Things);
        Assert.Equal(["items.tsv", "rows.npy", "columns.txt"], table.Files);
        Assert.Equal("height\nwidth\n", File.ReadAllText(_folder.File("columns.txt")));
    }

    [Fact]
    public void An_index_of_more_rows_than_the_table_has_is_refused()
    {
        var table = new OwnTable(
            ["a"],
            ["height"],
            Matrix.OfRows([
                [1],
            ])
        );
        table.Write([new("a", "a", "low", "a", null)], _folder.File(""));
        File.AppendAllText(_folder.File("items.tsv"), "b\trows.npy\tlow\tb\t\n");
        Item second = OwnDataset.Read(_folder.File(""))[1];
        Assert.Contains(
            "has 1 rows, and row 2 is asked for",
            Assert.Throws<ResearchException>(() => second.Matrix).Message,
            StringComparison.Ordinal
        );
    }
}
