using Research.Data.Download;
using static Research.Data.Tests.Download.FaultServer;

namespace Research.Data.Tests.Download;

// Every test talks to a real server on loopback.
public sealed class DownloaderTests : IDisposable
{
    private const long Most = 300_000;
    private const string Tag = "ETag: \"v1\"\r\n";
    private static readonly byte[] Body = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 % 251))];
    private static readonly DownloadSettings Settings = new()
    {
        Attempts = 3,
        FirstDelay = TimeSpan.FromMilliseconds(5),
        LongestDelay = TimeSpan.FromSeconds(5),
        StallTimeout = TimeSpan.FromSeconds(1),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private string Target => _folder.File("archive.zip");

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task A_whole_file_arrives_and_nothing_else_stays()
    {
        await using var server = new FaultServer(Whole(Body));
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed_by_range()
    {
        await using var server = new FaultServer(Dropped(Body, 100_000, Tag), Ranged(Body, Tag));
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
        FaultServer.Request second = server.Requests.Last();
        Assert.StartsWith("bytes=", second.Header("Range"), StringComparison.Ordinal);
        Assert.Equal("\"v1\"", second.Header("If-Range"));
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_is_taken_from_the_start()
    {
        await using var server = new FaultServer(Dropped(Body, 100_000, Tag), Whole(Body, Tag));
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Without_a_strong_tag_nothing_is_resumed()
    {
        await using var server = new FaultServer(Dropped(Body, 100_000, "ETag: W/\"v1\"\r\n"), Whole(Body));
        await FetchAsync(server);
        Assert.Null(server.Requests.Last().Header("Range"));
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Another_range_than_the_one_asked_for_is_thrown_away()
    {
        await using var server = new FaultServer(
            Dropped(Body, 100_000, Tag),
            Status("206 Partial Content", "Content-Range: bytes 0-0/300000\r\n"),
            Whole(Body, Tag)
        );
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    // A process killed between the last byte and the rename leaves such a part behind.
    [Fact]
    public async Task A_part_that_is_complete_already_does_not_jam_the_download()
    {
        await File.WriteAllBytesAsync(Target + ".part", Body);
        await File.WriteAllTextAsync(Target + ".etag", "\"v1\"");
        await using var server = new FaultServer(
            Status("416 Range Not Satisfiable", "Content-Range: bytes */300000\r\n"),
            Whole(Body)
        );
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task A_half_written_tag_is_passed_over()
    {
        await File.WriteAllBytesAsync(Target + ".part", Body[..1000]);
        await File.WriteAllTextAsync(Target + ".etag", "\"v");
        await using var server = new FaultServer(Whole(Body));
        await FetchAsync(server);
        Assert.Null(server.Requests.Single().Header("Range"));
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task One_attempt_is_one_request()
    {
        await using var server = new FaultServer(Status("500 Internal Server Error"), Whole(Body));
        var once = new Downloader(_http, Settings with { Attempts = 1 });
        await Assert.ThrowsAsync<DownloadException>(() =>
            once.FetchAsync(server.Address, Target, Most, null, CancellationToken.None)
        );
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_file_that_always_breaks_off_never_appears()
    {
        await using var server = new FaultServer(Dropped(Body, 10), Dropped(Body, 20), Dropped(Body, 30));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("the connection broke", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_HTML_page_is_refused_at_once()
    {
        await using var server = new FaultServer(
            Whole("<html>Please log in</html>"u8.ToArray(), "Content-Type: text/html; charset=utf-8\r\n")
        );
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("HTML page where a zip archive was expected", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task A_missing_file_is_not_asked_for_again()
    {
        await using var server = new FaultServer(Status("404 Not Found"));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("404 Not Found", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Too_many_requests_are_repeated_after_the_time_that_the_server_names()
    {
        await using var server = new FaultServer(Status("429 Too Many Requests", "Retry-After: 1\r\n"), Whole(Body));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await FetchAsync(server);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(0.95), $"waited {clock.Elapsed}");
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task A_wait_beyond_patience_ends_the_source()
    {
        await using var server = new FaultServer(Status("429 Too Many Requests", "Retry-After: 3600\r\n"), Whole(Body));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_error_is_tried_again()
    {
        await using var server = new FaultServer(
            Status("500 Internal Server Error"),
            Status("503 Service Unavailable"),
            Whole(Body)
        );
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task A_stalled_transfer_is_given_up_and_tried_again()
    {
        await using var server = new FaultServer(Stalled(Body, 1000), Whole(Body));
        await FetchAsync(server);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var last = new FaultServer(Whole(Body));
        await using var first = new FaultServer(Status("302 Found", $"Location: {last.Address}\r\n"));
        await FetchAsync(first);
        Assert.Equal(Body, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_not_tried_again()
    {
        await using var server = new FaultServer(Whole(Body));
        var downloader = new Downloader(new Lazy<HttpClient>(_http), Settings, (_, _) => new FullDisk());
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() =>
            downloader.FetchAsync(server.Address, Target, Most, null, CancellationToken.None)
        );
        Assert.Contains("is full", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Nobody_listening_is_a_sentence()
    {
        Uri gone;
        await using (var server = new FaultServer())
        {
            gone = server.Address;
        }

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() =>
            new Downloader(_http, Settings).FetchAsync(gone, Target, Most, null, CancellationToken.None)
        );
        Assert.Contains("refused", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cancelled_download_stops_and_leaves_no_file()
    {
        await using var server = new FaultServer(Stalled(Body, 1000));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Downloader(_http, Settings).FetchAsync(server.Address, Target, Most, null, cancel.Token)
        );
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task A_server_that_promises_more_than_is_allowed_is_refused_before_a_byte_is_kept()
    {
        await using var server = new FaultServer(Whole([.. Body, 1]));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("sends more than the 300000 bytes that datasets.lock allows", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_server_that_sends_without_end_is_cut_off()
    {
        var endless = new EndlessServer();
        await using var server = new FaultServer(endless.SendAsync);
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("sends more than the 300000 bytes that datasets.lock allows", error.Message, StringComparison.Ordinal);
        Assert.InRange(await endless.Sent, 1, 64L << 20); // what the sockets between hold, and no more
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_resumed_transfer_counts_what_came_before()
    {
        await using var server = new FaultServer(Dropped(Body, 200_000, Tag), Ranged([.. Body, 1], Tag));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("sends more than", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_server_that_promises_an_impossible_length_is_refused()
    {
        await using var server = new FaultServer(
            Dropped(Body, 200_000, Tag),
            (_, stream) =>
                stream
                    .WriteAsync(
                        System.Text.Encoding.ASCII.GetBytes(
                            $"HTTP/1.1 206 Partial Content\r\nContent-Length: {long.MaxValue}\r\nContent-Range: bytes 200000-299999/300000\r\n\r\nx"
                        )
                    )
                    .AsTask()
        );
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.Contains("sends more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_says_is_printed_escaped_and_no_longer_than_a_sentence()
    {
        await using var server = new FaultServer(Status($"404 \u001b[31mNo{new string('x', 500)}"));
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(server));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 200);
    }

    [Fact]
    public async Task A_password_or_a_key_of_the_address_is_in_no_message()
    {
        await using var server = new FaultServer(Status("404 Not Found"));
        var address = new Uri(
            server.Address.ToString().Replace("http://", "http://name:secret@", StringComparison.Ordinal) + "?key=secret"
        );
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() =>
            new Downloader(_http, Settings).FetchAsync(address, Target, Most, null, CancellationToken.None)
        );
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("name:", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("/archive.zip?…: answered 404", error.Message, StringComparison.Ordinal);
    }

    private Task FetchAsync(FaultServer server) =>
        new Downloader(_http, Settings).FetchAsync(server.Address, Target, Most, null, CancellationToken.None);

    // No length, and bytes until nobody takes them.
    private sealed class EndlessServer
    {
        private readonly TaskCompletionSource<long> _sent = new();

        public Task<long> Sent => _sent.Task;

        public async Task SendAsync(FaultServer.Request request, Stream stream)
        {
            long sent = 0;
            try
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
                for (; ; sent += Body.Length)
                {
                    await stream.WriteAsync(Body);
                }
            }
            catch (IOException)
            {
                _sent.SetResult(sent);
            }
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device", 28);
    }
}
