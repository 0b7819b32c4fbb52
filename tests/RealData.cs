using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;

namespace Research.Tests;

/// <summary>The pinned recordings for tests that need them; a test is skipped, and says so, where they cannot be had offline.</summary>
internal static class RealData
{
    private static readonly Lazy<DatasetLock> Lock = new(() => DatasetLock.Load(Path.Combine(Repository(), "datasets.lock")));

    /// <summary>The folder with the verified files of that dataset.</summary>
    public static string Folder(string id)
    {
        using var offline = new HttpClient(new Offline());
        DatasetStore store = DatasetStore.Standard(offline, new FileHashes(null, paranoid: false));
        try
        {
            return store.OpenAsync(Lock.Value.Find(id), null, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (DataUnavailableException)
        {
            Assert.Skip($"needs the recordings of '{id}': set RESEARCH_MIRROR, or run: research data fetch {id}");
            throw;
        }
    }

    /// <summary>The root of the checkout.</summary>
    public static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "datasets.lock")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("datasets.lock was not found above the tests.");
    }

    // Tests never reach out: whatever is not on this machine is not there.
    private sealed class Offline : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
    }
}
