using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Compare;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Compare;

public class OutputDiffTests
{
    [Fact]
    public void Of_tables_the_cells_that_differ_are_told() =>
        Assert.Equal(["a.csv, x, score: 1 -> 2"], Of("a.csv", Bytes("name,score\nx,1\ny,3\n"), Bytes("name,score\nx,2\ny,3\n")));

    [Fact]
    public void Of_very_many_cells_the_first_are_told_and_the_rest_counted()
    {
        static byte[] Table(int add) =>
            Bytes("name,score\n" + string.Concat(Enumerable.Range(0, 14).Select(i => $"n{i}x,{i + add}\n")));
        string[] lines = Of("a.csv", Table(0), Table(1));
        Assert.Equal(11, lines.Length);
        Assert.Equal("a.csv: 4 more cells", lines[^1]);
    }

    [Fact]
    public void Of_other_files_sizes_and_digests_are_told()
    {
        string line = Assert.Single(Of("m.bin", [1, 2], [1, 2, 3]));
        Assert.StartsWith(
            "m.bin: 2 bytes, SHA-256 a12871fee210 -> 3 bytes, SHA-256 039058c6f2c0",
            line,
            StringComparison.Ordinal
        );
        Assert.Empty(Of("m.bin", [1, 2], [1, 2]));
    }

    [Fact]
    public void What_is_on_one_side_alone_says_so() =>
        Assert.EndsWith("-> no such file", Assert.Single(Of("a.csv", Bytes("a\n1\n"), null)), StringComparison.Ordinal);

    [Fact]
    public void A_table_whose_content_nobody_kept_is_told_by_its_digest() =>
        Assert.Equal(
            ["a.csv: 2 bytes, SHA-256 a12871fee210 -> 3 bytes, SHA-256 039058c6f2c0"],
            OutputDiff.Of(Output("a.csv", [1, 2]), Output("a.csv", [1, 2, 3]), [1, 2], null)
        );

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\"never closed\n1,2")]
    [InlineData("a,a\n1,2\n")]
    [InlineData("a,b\n1\n")]
    [InlineData("\n\n,\n")]
    public void What_is_no_table_is_told_and_throws_nothing(string there) =>
        Assert.NotEmpty(Of("a.csv", Bytes("a,b\nx,2\n"), Bytes(there)));

    private static string[] Of(string path, byte[]? here, byte[]? there) =>
        [.. OutputDiff.Of(Output(path, here), Output(path, there), here, there)];

    private static Output? Output(string path, byte[]? content) =>
        content is null ? null : new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
