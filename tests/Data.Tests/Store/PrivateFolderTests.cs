using System.Runtime.Versioning;
using Research.Data.Store;

namespace Research.Data.Tests.Store;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_folder_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have no such modes here");
        string path = Path.Combine(_folder, "cache", "research");
        PrivateFolder.Make(path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_folder_that_is_there_stays_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have no such modes here");
        File.SetUnixFileMode(_folder, Everybody);
        PrivateFolder.Make(_folder);
        Assert.Equal(Everybody, File.GetUnixFileMode(_folder));
    }
}
