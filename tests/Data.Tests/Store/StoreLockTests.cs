using Research.Data.Store;

namespace Research.Data.Tests.Store;

public sealed class StoreLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_never_hold_one_lock()
    {
        using (FileStream? held = StoreLock.TryTake(_folder.File("a.lock")))
        {
            Assert.NotNull(held);
            Assert.Null(StoreLock.TryTake(_folder.File("a.lock")));
        }

        using FileStream? next = StoreLock.TryTake(_folder.File("a.lock"));
        Assert.NotNull(next);
    }

    [Fact]
    public void Whoever_holds_a_lock_may_delete_its_file()
    {
        string path = _folder.File("a.lock");
        using (FileStream? held = StoreLock.TryTake(path))
        {
            Assert.NotNull(held);
            File.Delete(path); // Windows refuses this for a file that was not opened so
        }

        Assert.False(File.Exists(path));
    }
}
