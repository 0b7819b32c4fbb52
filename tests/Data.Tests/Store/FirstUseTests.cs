using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Research.Data.Download;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Data.Tests.Download;
using static Research.Data.Tests.Download.FaultServer;

namespace Research.Data.Tests.Store;

/// <summary>An archive of which its authors published the SHA-1 sum alone, from a server on loopback.</summary>
public sealed class FirstUseTests : IDisposable
{
    private static readonly byte[] Archive = Archives.Good();

    private static readonly DownloadSettings Settings = new()
    {
        Attempts = 1,
        FirstDelay = TimeSpan.FromMilliseconds(5),
        LongestDelay = TimeSpan.FromSeconds(1),
        StallTimeout = TimeSpan.FromSeconds(2),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task An_archive_with_the_published_sum_is_kept_and_its_digest_of_content_recorded()
    {
        await using var server = new FaultServer(Whole(Archive));
        DatasetEntry entry = EntryOf(server, Sum(Archive));
        string folder = await Store().OpenAsync(entry, null, CancellationToken.None);
        Assert.Equal(Archive, await File.ReadAllBytesAsync(Path.Combine(folder, "small.zip")));
        Assert.Equal(DatasetState.Verified, Store().StateOf(entry));
        Assert.Equal(Content(entry, folder), (await File.ReadAllTextAsync(RecordOf(folder))).Trim());
    }

    [Fact]
    public async Task An_archive_with_another_sum_is_refused_in_a_sentence_and_not_published()
    {
        byte[] other = [.. Archive];
        other[^1] ^= 1; // of the same length
        await using var server = new FaultServer(Whole(other));
        DatasetEntry entry = EntryOf(server, Sum(Archive));
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            Store().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains(
            $"holds other data: small.zip: expected SHA-1 {Sum(Archive)}, as its authors published it; got {Sum(other)}.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(DatasetState.Missing, Store().StateOf(entry));
    }

    [Fact]
    public async Task An_archive_beyond_the_bound_is_cut_off()
    {
        await using var server = new FaultServer(Whole(Archive));
        DatasetEntry entry = EntryOf(server, Sum(Archive)) with { Bytes = Archive.Length - 1 };
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            Store().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains($"sends more than the {Archive.Length - 1} bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mirrors_archive_beyond_the_bound_is_refused()
    {
        Directory.CreateDirectory(_folder.File("mirror"));
        await File.WriteAllBytesAsync(_folder.File("mirror/small.zip"), Archive);
        DatasetEntry entry = Entry(new DatasetSource { Mirror = "small.zip", Folder = "" }, Sum(Archive)) with
        {
            Bytes = Archive.Length - 1,
        };
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            Store().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains($"where datasets.lock allows {Archive.Length - 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_after_the_first_use_is_damaged_and_fetched_again()
    {
        await using var server = new FaultServer(Whole(Archive), Whole(Archive));
        DatasetEntry entry = EntryOf(server, Sum(Archive));
        string folder = await Store().OpenAsync(entry, null, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "small.zip"), "other");
        Assert.Equal(DatasetState.Damaged, Store().StateOf(entry));
        await Store().OpenAsync(entry, null, CancellationToken.None);
        Assert.Equal(DatasetState.Verified, Store().StateOf(entry));
    }

    [Fact]
    public async Task Where_the_record_is_lost_the_sums_are_asked_once_more()
    {
        await using var server = new FaultServer(Whole(Archive));
        DatasetEntry entry = EntryOf(server, Sum(Archive));
        string folder = await Store().OpenAsync(entry, null, CancellationToken.None);
        Assert.Equal(DatasetState.Verified, Store().StateOf(entry));
        File.Delete(RecordOf(folder));
        Assert.Equal(DatasetState.Verified, Store().StateOf(entry));
        Assert.True(File.Exists(RecordOf(folder)));
        File.Delete(RecordOf(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "small.zip"), "other");
        Assert.Equal(DatasetState.Damaged, Store().StateOf(entry));
        Assert.False(File.Exists(RecordOf(folder)));
    }

    private static string RecordOf(string folder) => folder + ".digest";

    private static string Content(DatasetEntry entry, string folder) =>
        entry.DigestOf(folder, new FileHashes(null, paranoid: true)).Value;

    private static DatasetEntry EntryOf(FaultServer server, string sum) => Entry(Archives.Url(server.Address), sum);

    private static DatasetEntry Entry(DatasetSource source, string sum) =>
        Archives.Entry(source with { Keep = "small.zip" }) with
        {
            Files = ["small.zip"],
            Count = 1,
            Bytes = Archive.Length + 10,
            Digest = "sha1:" + sum,
        };

    [SuppressMessage("Security", "CA5350", Justification = "What is tested are published SHA-1 sums.")]
    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));

    private DatasetStore Store() =>
        new(
            _folder.File("store"),
            _folder.File("mirror"),
            new Downloader(_http, Settings),
            new FileHashes(null, paranoid: false)
        );
}
