using System.Runtime.Versioning;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Tests.Executors.Exchange;

[UnsupportedOSPlatform("windows")]
public sealed class ExchangeFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly List<string> _told = [];

    private string Place => Path.Combine(_folder, "place");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_nobody_has_used_for_a_month_goes_and_the_rest_stays()
    {
        Open();
        string old = Add("ac", "old");
        string young = Add("cas", "young");
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        Open();
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.Empty(_told);
    }

    [Fact]
    public void A_folder_that_was_something_else_before_stays_as_it_is()
    {
        string old = Add("ac", "old");
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        Open();
        Assert.True(File.Exists(old));
    }

    [Fact]
    public void It_is_its_owners_alone_and_one_that_others_can_write_to_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the folder above it decides there");
        Open();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Place));
        Assert.Empty(_told);
        File.SetUnixFileMode(Place, File.GetUnixFileMode(Place) | UnixFileMode.GroupWrite);
        Open();
        Assert.Contains("can give this run wrong results: chmod go-w", Assert.Single(_told), StringComparison.Ordinal);
    }

    private void Open() => ExchangeFolder.Open(Place, _told.Add);

    private string Add(string part, string name)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(Place, part)).FullName, name);
        File.WriteAllText(file, name);
        return file;
    }
}
