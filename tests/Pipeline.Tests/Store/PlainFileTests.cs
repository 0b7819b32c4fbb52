using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class PlainFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_where_it_has_no_more_bytes_than_may_be_there()
    {
        string path = Write("abc");
        Assert.True(PlainFile.Exists(path));
        Assert.Equal("abc"u8.ToArray(), PlainFile.Read(path, 3));
        string message = Assert.Throws<InvalidDataException>(() => PlainFile.Read(path, 2)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Contains("3 bytes; at most 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_one() => Assert.Equal([], PlainFile.Read(Write(""), 0)!);

    [Fact]
    public void What_is_missing_or_a_folder_or_a_link_is_none()
    {
        string link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, Write("abc"));
        foreach (string path in new[] { Path.Combine(_folder, "missing"), _folder, link, "/dev/null" })
        {
            Assert.False(PlainFile.Exists(path), path);
            Assert.Null(PlainFile.Read(path, 10));
        }
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllText(path, text);
        return path;
    }
}
