using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>However large a content is, a server that does not send it is not waited for.</summary>
public sealed class HttpRemoteTests : IDisposable
{
    private const long Large = 500_000_000;
    private readonly CacheServer _server = new();
    private readonly ManualResetEventSlim _end = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        _end.Set();
        _server.Dispose();
        _end.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_is_waited_for_no_longer_than_one_that_is_small()
    {
        _server.Instead = _ => _end.Wait(TimeSpan.FromSeconds(60));
        await AssertGivenUp();
    }

    [Fact]
    public async Task A_content_that_stops_after_its_first_bytes_is_given_up()
    {
        _server.Instead = exchange =>
        {
            exchange.Respond("200 OK", body: new byte[1000], promised: (int)Large);
            return _end.Wait(TimeSpan.FromSeconds(60));
        };
        await AssertGivenUp();
    }

    [Fact]
    public async Task An_entry_without_end_is_read_to_its_bound_and_no_further()
    {
        long sent = 0;
        _server.Instead = exchange =>
        {
            exchange.Respond("200 OK", promised: int.MaxValue);
            for (byte[] more = new byte[1 << 16]; sent < Large; sent += more.Length)
            {
                exchange.Connection.Write(more); // ends with an exception when the other side hangs up
            }

            return true;
        };
        using var remote = new HttpRemote(new Uri(_server.Address), null, TimeSpan.FromSeconds(30));
        Assert.Null(await remote.EntryAsync(new string('a', 64), 1 << 20, TestContext.Current.CancellationToken));
        Assert.InRange(Interlocked.Read(ref sent), 0, 1 << 26); // what the system buffers
    }

    [Fact]
    public async Task A_token_does_not_follow_a_redirection()
    {
        using var other = new CacheServer();
        string name = new('a', 64);
        other.Files["ac/" + name] = [1, 2, 3];
        _server.Instead = exchange =>
        {
            exchange.Respond("302 Found", $"Location: {other.Address}/{exchange.Path}\r\n");
            return true;
        };
        using var remote = new HttpRemote(new Uri(_server.Address), "a secret", TimeSpan.FromSeconds(30));
        Assert.Equal([1, 2, 3], await remote.EntryAsync(name, 100, TestContext.Current.CancellationToken));
        Assert.Equal("Bearer a secret", Assert.Single(_server.Authorizations));
        Assert.Null(Assert.Single(other.Authorizations));
    }

    private async Task AssertGivenUp()
    {
        using var remote = new HttpRemote(new Uri(_server.Address), null, TimeSpan.FromSeconds(0.5));
        long began = Environment.TickCount64;
        var error = await Assert.ThrowsAsync<RemoteException>(() =>
            remote.FetchAsync(new string('a', 64), Large, _file, TestContext.Current.CancellationToken)
        );
        Assert.Contains("did not answer within 0.5 s, or sent too slowly", error.Message, StringComparison.Ordinal);
        Assert.InRange(Environment.TickCount64 - began, 400, 30_000);
    }
}
