using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class StagingTests : IDisposable
{
    private readonly string _root = Path.Combine(Directory.CreateTempSubdirectory("research-test-").FullName, "staging");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_root)!, recursive: true);

    [Fact]
    public void A_folder_is_fresh_empty_and_gone_with_all_in_it_when_it_is_done()
    {
        using (Staging one = Staging.Open(_root))
        using (Staging other = Staging.Open(_root))
        {
            Assert.NotEqual(one.Path, other.Path);
            Assert.Empty(Directory.GetFileSystemEntries(one.Path));
            Directory.CreateDirectory(Path.Combine(one.Path, "new"));
            File.WriteAllText(Path.Combine(one.Path, "new", "a"), "half made");
        }

        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void A_folder_that_was_moved_away_may_be_done()
    {
        using Staging staging = Staging.Open(_root);
        Directory.Move(staging.Path, _root + "-published");
    }

    [Fact]
    public void Nothing_is_swept_where_nothing_was_staged() => Staging.Sweep(_root);

    [Fact]
    public void A_lock_whose_folder_is_gone_is_swept()
    {
        Directory.CreateDirectory(_root);
        File.WriteAllText(Path.Combine(_root, "dead.lock"), "");
        File.WriteAllText(Path.Combine(_root, "no lock"), "");
        Staging.Sweep(_root);
        Assert.Equal([Path.Combine(_root, "no lock")], Directory.GetFiles(_root));
    }
}
