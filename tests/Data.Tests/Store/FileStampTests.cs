using Research.Data.Store;

namespace Research.Data.Tests.Store;

public sealed class FileStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_C_library_without_statx_gives_no_stamp_and_no_failure()
    {
        string file = _folder.File("a.txt");
        File.WriteAllText(file, "a");
        Assert.Null(FileStamp.Of(file, Missing));
        Assert.True(FileStamp.IsRegular(file, Missing));
        Assert.False(FileStamp.IsRegular(_folder.File("b.txt"), Missing));
    }

    private static int Missing(int folder, string path, int flags, uint mask, out FileStamp.Statx stat) =>
        throw new EntryPointNotFoundException("statx");
}
