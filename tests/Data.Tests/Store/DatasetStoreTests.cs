using Research.Data.Download;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Data.Tests.Download;
using static Research.Data.Tests.Download.FaultServer;

namespace Research.Data.Tests.Store;

public sealed class DatasetStoreTests : IDisposable
{
    private static readonly DownloadSettings Settings = new()
    {
        Attempts = 2,
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
    public async Task A_good_archive_is_unpacked_verified_and_published()
    {
        await using var server = new FaultServer(Whole(Archives.Good("v1/")));
        DatasetEntry entry = Archives.Entry(Archives.Url(server.Address, "v1"));
        DatasetStore store = NewStore();
        Assert.Equal(DatasetState.Missing, store.StateOf(entry));
        string folder = await store.OpenAsync(entry, null, CancellationToken.None);
        Assert.Equal("second one", await File.ReadAllTextAsync(Path.Combine(folder, "recordings", "b.wav")));
        Assert.Equal(DatasetState.Verified, store.StateOf(entry));
    }

    [Fact]
    public async Task An_archive_whose_own_digest_is_pinned_is_kept_packed()
    {
        byte[] archive = Archives.Good();
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(archive));
        byte[] line = System.Text.Encoding.UTF8.GetBytes($"female.zip\t{archive.Length}\t{hash}\n");
        DatasetEntry entry = Archives.Entry(
            new DatasetSource
            {
                Mirror = "shemo/female.zip",
                Folder = "",
                Keep = "female.zip",
            }
        ) with
        {
            Files = ["female.zip"],
            Count = 1,
            Bytes = archive.Length,
            Digest = $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(line))}",
        };
        Directory.CreateDirectory(_folder.File("mirror/shemo"));
        await File.WriteAllBytesAsync(_folder.File("mirror/shemo/female.zip"), archive);
        string folder = await NewStore(_folder.File("mirror")).OpenAsync(entry, null, CancellationToken.None);
        Assert.Equal(archive, await File.ReadAllBytesAsync(Path.Combine(folder, "female.zip")));
    }

    [Fact]
    public async Task Files_of_two_archives_are_one_dataset_and_neither_alone_is()
    {
        byte[] first = Archives.Zip([("recordings/a.wav", "first")]);
        byte[] second = Archives.Zip([("recordings/b.wav", "second one")]);
        Directory.CreateDirectory(_folder.File("mirror/small"));
        await File.WriteAllBytesAsync(_folder.File("mirror/small/a.zip"), first);
        var source = new DatasetSource
        {
            Mirror = "small/a.zip",
            Folder = "",
            And = [new DatasetSource { Mirror = "small/b.zip", Folder = "" }],
        };
        DatasetStore store = NewStore(_folder.File("mirror"));
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            store.OpenAsync(Archives.Entry(source), null, CancellationToken.None)
        );
        Assert.Contains("The mirror has no", error.Message, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(_folder.File("mirror/small/b.zip"), first);
        await Assert.ThrowsAsync<DataUnavailableException>(() =>
            store.OpenAsync(Archives.Entry(source), null, CancellationToken.None)
        );
        await File.WriteAllBytesAsync(_folder.File("mirror/small/b.zip"), second);
        string folder = await store.OpenAsync(Archives.Entry(source), null, CancellationToken.None);
        Assert.Equal(2, Directory.GetFiles(folder, "*.wav", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_package_that_is_not_restored_is_asked_for_by_a_command()
    {
        DatasetEntry entry = Archives.Entry(new DatasetSource { Package = "research.no-such-package/1.0.0", Folder = "" });
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            NewStore().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains(
            $"The package research.no-such-package/1.0.0 is not on this machine: run dotnet restore build/data/{entry.Id}.csproj.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_dead_first_source_gives_way_to_a_good_second()
    {
        await using var dead = new FaultServer(Status("404 Not Found"));
        await using var good = new FaultServer(Whole(Archives.Good()));
        await NewStore()
            .OpenAsync(Archives.Entry(Archives.Url(dead.Address), Archives.Url(good.Address)), null, CancellationToken.None);
        Assert.Single(dead.Requests);
    }

    [Fact]
    public async Task A_mirror_folder_and_a_mirror_address_serve()
    {
        DatasetEntry entry = Archives.Entry(new DatasetSource { Mirror = "small/small.zip", Folder = "" });
        Directory.CreateDirectory(_folder.File("mirror/small"));
        await File.WriteAllBytesAsync(_folder.File("mirror/small/small.zip"), Archives.Good());
        await NewStore(_folder.File("mirror")).OpenAsync(entry, null, CancellationToken.None);

        await using var server = new FaultServer(Whole(Archives.Good()));
        string address = server.Address.ToString().Replace("/archive.zip", "", StringComparison.Ordinal);
        DatasetStore other = new(
            _folder.File("other"),
            address,
            new Downloader(_http, Settings),
            new FileHashes(null, paranoid: false)
        );
        await other.OpenAsync(entry, null, CancellationToken.None);
        Assert.StartsWith("GET /small/small.zip", server.Requests.Single().Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "an HTML or XML page")]
    [InlineData("truncated", "truncated or damaged zip archive")]
    [InlineData("other bytes", "holds other data: expected 2 files of 15 bytes")]
    [InlineData("missing file", "got 1 files of 5 bytes")]
    [InlineData("outside", "points outside")]
    [InlineData("absolute", "points outside")]
    [InlineData("backslash", "points outside")]
    [InlineData("control", "points outside")]
    [InlineData("drive", "points outside")]
    [InlineData("twice", "has 'recordings/a.wav' twice")]
    [InlineData("other case", "has 'recordings/A.wav' twice")]
    [InlineData("device", "'recordings/aux.wav' is no file name on some systems")]
    [InlineData("too many", "more than the 2 files")]
    [InlineData("link", "is a link or device")]
    [InlineData("too large", "more than the 15 bytes")]
    public async Task A_wrong_archive_is_refused_and_nothing_is_published(string fault, string sentence)
    {
        await using var server = new FaultServer(Whole(Wrong(fault)));
        DatasetEntry entry = Archives.Entry(Archives.Url(server.Address));
        DatasetStore store = NewStore();
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            store.OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("What to do", error.Message, StringComparison.Ordinal);
        Assert.Equal(DatasetState.Missing, store.StateOf(entry));
        Assert.DoesNotContain(
            Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories),
            file => file.EndsWith(".wav", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_damaged_file_is_noticed_set_aside_and_fetched_again()
    {
        await using var server = new FaultServer(Whole(Archives.Good()), Whole(Archives.Good()));
        DatasetEntry entry = Archives.Entry(Archives.Url(server.Address));
        DatasetStore store = NewStore();
        string folder = await store.OpenAsync(entry, null, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "recordings", "a.wav"), "fIrst"); // same size
        Assert.Equal(DatasetState.Damaged, store.StateOf(entry));
        Assert.Equal(folder, await store.OpenAsync(entry, null, CancellationToken.None));
        Assert.Equal(DatasetState.Verified, store.StateOf(entry));
        Assert.Contains(
            Directory.GetDirectories(_folder.File("store/small")),
            path => path.Contains(".damaged-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_mirror_may_be_a_file_address()
    {
        DatasetEntry entry = Archives.Entry(new DatasetSource { Mirror = "small/small.zip", Folder = "" });
        Directory.CreateDirectory(_folder.File("mirror/small"));
        await File.WriteAllBytesAsync(_folder.File("mirror/small/small.zip"), Archives.Good());
        await NewStore(new Uri(_folder.File("mirror")).AbsoluteUri).OpenAsync(entry, null, CancellationToken.None);
    }

    [Fact]
    public async Task Two_openings_at_once_download_once()
    {
        await using var server = new FaultServer(Whole(Archives.Good()), Whole(Archives.Good()));
        DatasetEntry entry = Archives.Entry(Archives.Url(server.Address));
        await Task.WhenAll(
            NewStore().OpenAsync(entry, null, CancellationToken.None),
            NewStore().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_archive_that_is_kept_may_have_no_byte_more_than_its_pin()
    {
        byte[] archive = Archives.Good();
        await using var server = new FaultServer(Whole([.. archive, 1]));
        DatasetEntry entry = Archives.Entry(Archives.Url(server.Address) with { Keep = "small.zip" }) with
        {
            Files = ["small.zip"],
            Count = 1,
            Bytes = archive.Length,
        };
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            NewStore().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains($"sends more than the {archive.Length} bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_is_kept_is_not_copied_from_a_mirror_where_its_size_is_another()
    {
        DatasetEntry entry = Archives.Entry(
            new DatasetSource
            {
                Mirror = "small/small.zip",
                Folder = "",
                Keep = "small.zip",
            }
        );
        Directory.CreateDirectory(_folder.File("mirror/small"));
        await File.WriteAllBytesAsync(_folder.File("mirror/small/small.zip"), new byte[16]);
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            NewStore(_folder.File("mirror")).OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains("has 16 bytes where datasets.lock pins 15", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_of_the_mirror_is_in_no_message_and_in_no_name_of_a_file()
    {
        await using var server = new FaultServer(Whole(Archives.Zip(("../a.wav", "first"))), Status("404 Not Found"));
        string mirror = server
            .Address.ToString()
            .Replace("http://", "http://name:secret@", StringComparison.Ordinal)
            .Replace("/archive.zip", "", StringComparison.Ordinal);
        DatasetEntry entry = Archives.Entry(
            new DatasetSource { Mirror = "small/one.zip", Folder = "" },
            new DatasetSource { Mirror = "small/two.zip", Folder = "" }
        );
        foreach (string address in new[] { mirror, "ftp://name:secret@host", "http://name:sec/ret@host" })
        {
            DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
                NewStore(address).OpenAsync(entry, null, CancellationToken.None)
            );
            Assert.DoesNotContain("name", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                "sec",
                error.ToString().Replace("second", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Without_any_source_the_message_says_what_to_do()
    {
        DatasetEntry entry = Archives.Entry(new DatasetSource { Mirror = "small/small.zip", Folder = "" });
        DataUnavailableException error = await Assert.ThrowsAsync<DataUnavailableException>(() =>
            NewStore().OpenAsync(entry, null, CancellationToken.None)
        );
        Assert.Contains("RESEARCH_MIRROR is not set", error.Message, StringComparison.Ordinal);
        Assert.Contains("home.example", error.Message, StringComparison.Ordinal);
    }

    private DatasetStore NewStore(string? mirror = null) =>
        new(_folder.File("store"), mirror, new Downloader(_http, Settings), new FileHashes(null, paranoid: false));

    private static byte[] Wrong(string fault) =>
        fault switch
        {
            "html" => "<!DOCTYPE html><title>Moved</title>"u8.ToArray(),
            "truncated" => Archives.Good()[..^40],
            "other bytes" => Archives.Zip(("recordings/a.wav", "fIrst"), ("recordings/b.wav", "second one")),
            "missing file" => Archives.Zip(("recordings/a.wav", "first")),
            "outside" => Archives.Zip(("recordings/a.wav", "first"), ("../recordings/b.wav", "second one")),
            "absolute" => Archives.Zip(("/tmp/recordings/a.wav", "first")),
            "backslash" => Archives.Zip(("recordings\\..\\..\\a.wav", "first")),
            "control" => Archives.Zip(("recordings/a\0.wav", "first")),
            "twice" => Archives.Zip(("recordings/a.wav", "first"), ("recordings/a.wav", "first")),
            "drive" => Archives.Zip(("C:recordings/a.wav", "first")),
            "other case" => Archives.Zip(("recordings/a.wav", "first"), ("recordings/A.wav", "first")),
            "device" => Archives.Zip(("recordings/aux.wav", "first")),
            "too many" => Archives.Zip(("recordings/a.wav", ""), ("recordings/b.wav", ""), ("recordings/c.wav", "")),
            "link" => Archives.Zip(0xA1FF << 16, [("recordings/a.wav", "first")]),
            "too large" => Archives.Zip(("recordings/a.wav", "first"), ("recordings/b.wav", new string('x', 100_000))),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "unknown"),
        };
}
