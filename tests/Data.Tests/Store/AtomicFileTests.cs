using Research.Data.Store;

namespace Research.Data.Tests.Store;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_whole_in_a_folder_that_is_made_for_it_and_nothing_stays_beside_it()
    {
        string path = _folder.File("deep/er/file.txt");
        AtomicFile.Write(path, "a longer first text");
        AtomicFile.Write(path, "second");
        Assert.Equal("second", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }
}
