using Research.Numerics;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class FolderSwapTests : IDisposable
{
    private const int Sharing = unchecked((int)0x80070020);
    private const int AccessDenied = unchecked((int)0x80070005);

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
        FolderSwap.Put(
            Fresh,
            Target,
            Aside,
            (_, _, _, _, _) => throw new EntryPointNotFoundException("renameat2"),
            Directory.Move
        );
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Aside, "a.txt")));
        Assert.False(Directory.Exists(Fresh));
    }

    [Fact]
    public void Where_the_disk_cannot_exchange_folders_the_old_one_goes_aside_first()
    {
        Fill();
        FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => -1, Directory.Move);
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Where_a_program_has_the_folder_open_its_files_are_replaced_one_by_one()
    {
        Fill();
        Directory.CreateDirectory(Path.Combine(Fresh, "pictures"));
        File.WriteAllText(Path.Combine(Fresh, "pictures", "b.svg"), "new");
        File.WriteAllText(Path.Combine(Target, "gone.txt"), "old");
        FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => -1, (_, _) => throw new IOException("in use", AccessDenied));
        string[] files = [.. Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal([Path.Combine(Target, "a.txt"), Path.Combine(Target, "pictures", "b.svg")], files);
        Assert.All(files, file => Assert.Equal("new", File.ReadAllText(file)));
    }

    [Fact]
    public void A_file_that_is_open_in_another_program_is_named()
    {
        Fill();
        ResearchException error = Assert.Throws<ResearchException>(() =>
            FolderFiles.Replace(Fresh, Target, (_, _) => throw new IOException("in use", Sharing))
        );
        Assert.StartsWith(Path.Combine(Target, "a.txt") + " cannot be replaced", error.Message, StringComparison.Ordinal);
        Assert.Contains("Close it there and run again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_who_may_not_is_not_told_of_another_program()
    {
        Fill();
        Assert.Throws<UnauthorizedAccessException>(() =>
            FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => -1, (_, _) => throw new UnauthorizedAccessException("denied"))
        );
        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void Another_error_of_the_rename_is_told_as_it_is()
    {
        Fill();
        Assert.Throws<DirectoryNotFoundException>(() =>
            FolderSwap.Put(Fresh, Target, Aside, (_, _, _, _, _) => -1, (_, _) => throw new DirectoryNotFoundException("gone"))
        );
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
