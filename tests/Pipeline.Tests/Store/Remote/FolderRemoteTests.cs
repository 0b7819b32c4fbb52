using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>A folder that others may write to.</summary>
public sealed class FolderRemoteTests : IDisposable
{
    private static readonly string Name = new('a', 64);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public FolderRemoteTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "place", "ac"));
        Directory.CreateDirectory(Path.Combine(_folder, "place", "cas"));
        File.WriteAllText(Secret, "secret");
    }

    private string Secret => Path.Combine(_folder, "secret");

    private FolderRemote Remote => new(Path.Combine(_folder, "place"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_link_is_no_entry_and_no_content_wherever_it_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.CreateSymbolicLink(Path.Combine(_folder, "place", "ac", Name), Secret);
        File.CreateSymbolicLink(Path.Combine(_folder, "place", "cas", Name), Secret);
        Assert.Null(await Remote.EntryAsync(Name, 100, TestContext.Current.CancellationToken));
        string copy = Path.Combine(_folder, "copy");
        Assert.False(await Remote.FetchAsync(Name, 6, copy, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public async Task An_entry_that_is_too_large_is_none()
    {
        File.WriteAllBytes(Path.Combine(_folder, "place", "ac", Name), new byte[101]);
        Assert.Null(await Remote.EntryAsync(Name, 100, TestContext.Current.CancellationToken));
        Assert.Equal(101, (await Remote.EntryAsync(Name, 101, TestContext.Current.CancellationToken))!.Length);
    }

    [Fact]
    public async Task A_content_of_another_size_is_none()
    {
        File.WriteAllBytes(Path.Combine(_folder, "place", "cas", Name), new byte[7]);
        Assert.False(await Remote.FetchAsync(Name, 6, Path.Combine(_folder, "copy"), TestContext.Current.CancellationToken));
    }
}
