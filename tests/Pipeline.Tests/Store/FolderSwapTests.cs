using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class FolderSwapTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Fresh => Path.Combine(_folder, "fresh");

    private string Target => Path.Combine(_folder, "target");

    private string Aside => Path.Combine(_folder, "aside");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_finished_folder_takes_the_place_of_another()
    {
        Fill();
        FolderSwap.Put(Fresh, Target, Aside);
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Where_the_C_library_has_no_renameat2_the_old_folder_goes_aside_first()
    {
        Fill();
        FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => throw new EntryPointNotFoundException("renameat2"));
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Aside, "a.txt")));
        Assert.False(Directory.Exists(Fresh));
    }

    [Fact]
    public void Where_the_disk_cannot_exchange_folders_the_old_one_goes_aside_first()
    {
        Fill();
        FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => -1);
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    private void Fill()
    {
        foreach ((string folder, string text) in new[] { (Fresh, "new"), (Target, "old") })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "a.txt"), text);
        }
    }
}
