using Research.Data.Arrays;
using Research.Data.Own;
using Research.Numerics;

namespace Research.Data.Tests.Own;

public sealed class OwnArraysTests : IDisposable
{
    private static readonly OwnItem[] Items = [new("b", "b.npy", "rock", "b", null), new("a", "a.npy", "jazz", "a", null)];

    private readonly TemporaryFolder _folder = new();

    public OwnArraysTests()
    {
        Directory.CreateDirectory(_folder.File("source"));
        Write(
            "a.npy",
            [
                [1, 2],
                [3, 4],
            ]
        );
        Write(
            "b.npy",
            [
                [5, 6, 7],
            ]
        );
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_array_reads_back_as_the_matrix_of_its_item()
    {
        Source.Write(Items, _folder.File("target"));
        IReadOnlyList<Item> back = OwnDataset.Read(_folder.File("target"));
        Assert.Equal(["a", "b"], back.Select(item => item.Id));
        Assert.Equal([1, 2, 3, 4], back[0].Matrix.Values.ToArray());
        Assert.Equal((1, 3), (back[1].Matrix.Rows, back[1].Matrix.Columns));
    }

    [Fact]
    public void Arrays_are_stored_under_numbers_that_the_patterns_of_the_lock_name()
    {
        Source.Write(Items, _folder.File("target"));
        Assert.Equal("arrays", Source.Things);
        Assert.Equal(["items.tsv", "arrays/*.npy"], Source.Files);
        string[] stored = Directory.GetFiles(_folder.File("target/arrays"));
        Assert.Equal(["00001.npy", "00002.npy"], stored.Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named()
    {
        Write(
            "b.npy",
            [
                [5, double.NaN, 7],
            ]
        );
        string message = Assert.Throws<ResearchException>(() => Source.Write(Items, _folder.File("target"))).Message;
        Assert.Contains("b.npy: Row 0, column 1 (from 0) is NaN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_without_a_label_are_found_and_other_files_left_alone()
    {
        Write(
            "c.npy",
            [
                [1],
            ]
        );
        File.WriteAllText(Path.Combine(_folder.File("source"), "readme.txt"), "mine");
        Assert.Equal(["a.npy", "b.npy", "c.npy"], Source.Present(Items).Order());
    }

    private OwnArrays Source => new(_folder.File("source"));

    private void Write(string name, double[][] rows)
    {
        using FileStream file = File.Create(Path.Combine(_folder.File("source"), name));
        NpyWriter.Write(file, Matrix.OfRows(rows));
    }
}
