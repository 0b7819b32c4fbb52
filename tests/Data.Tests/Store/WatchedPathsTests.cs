using Research.Data.Store;

namespace Research.Data.Tests.Store;

public sealed class WatchedPathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public WatchedPathsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "files have no stamps here");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_stamp_of_the_first_look_is_kept()
    {
        string file = Path.Combine(_folder, "a");
        var watched = new WatchedPaths();
        watched.Add(file);
        File.WriteAllText(file, "now it is there");
        watched.Add(file);
        Assert.Null(watched.All.Single().Value);
    }

    [Fact]
    public void A_tree_is_its_folders_and_files()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b", "c"));
        File.WriteAllText(Path.Combine(_folder, "b", "c", "d"), "");
        var watched = new WatchedPaths();
        watched.AddTree(_folder);
        Assert.Equal(["", "/b", "/b/c", "/b/c/d"], watched.All.Select(item => item.Key[_folder.Length..]));
        Assert.All(watched.All, item => Assert.Equal(FileStamp.Of(item.Key), item.Value));
    }

    [Fact]
    public void A_file_whose_digest_is_asked_for_is_watched()
    {
        string file = Path.Combine(_folder, "a");
        File.WriteAllText(file, "a");
        var hashes = new FileHashes(null, paranoid: false);
        hashes.Of(file);
        Assert.Equal(FileStamp.Of(file), hashes.Watched.All.Single().Value);
    }

    [Fact]
    public void A_link_or_a_folder_is_no_regular_file()
    {
        string file = Path.Combine(_folder, "a");
        File.WriteAllText(file, "a");
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), file);
        Assert.True(FileStamp.IsRegular(file));
        Assert.False(FileStamp.IsRegular(Path.Combine(_folder, "link")));
        Assert.False(FileStamp.IsRegular(_folder));
        Assert.False(FileStamp.IsRegular("/dev/null"));
        Assert.False(FileStamp.IsRegular(Path.Combine(_folder, "none")));
    }
}
