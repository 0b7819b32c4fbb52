using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Research.Data.Tests.Download;

/// <summary>A real HTTP server on loopback that answers each request with the next step of a script.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Func<Request, Stream, Task>> _script = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public FaultServer(params IEnumerable<Func<Request, Stream, Task>> script)
    {
        foreach (Func<Request, Stream, Task> step in script)
        {
            _script.Enqueue(step);
        }

        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/archive.zip");

    public ConcurrentQueue<Request> Requests { get; } = new();

    public static Func<Request, Stream, Task> Whole(byte[] body, string headers = "") =>
        (_, stream) => SendAsync(stream, "200 OK", headers, body, body.Length);

    public static Func<Request, Stream, Task> Status(string status, string headers = "") =>
        (_, stream) => SendAsync(stream, status, headers, ReadOnlyMemory<byte>.Empty, 0);

    /// <summary>Promises the whole body, sends part of it and drops the connection.</summary>
    public static Func<Request, Stream, Task> Dropped(byte[] body, int sent, string headers = "") =>
        (_, stream) => SendAsync(stream, "200 OK", headers, body.AsMemory(0, sent), body.Length);

    /// <summary>Serves the range that was asked for.</summary>
    public static Func<Request, Stream, Task> Ranged(byte[] body, string headers = "") =>
        (request, stream) =>
        {
            int from = int.Parse(request.Header("Range")!["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            string range = string.Create(
                CultureInfo.InvariantCulture,
                $"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}\r\n{headers}"
            );
            return SendAsync(stream, "206 Partial Content", range, body.AsMemory(from), body.Length - from);
        };

    /// <summary>Sends the head and part of the body, then nothing.</summary>
    public static Func<Request, Stream, Task> Stalled(byte[] body, int sent) =>
        async (_, stream) =>
        {
            await SendAsync(stream, "200 OK", "", body.AsMemory(0, sent), body.Length);
            await Task.Delay(TimeSpan.FromSeconds(20));
        };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private static async Task SendAsync(Stream stream, string status, string headers, ReadOnlyMemory<byte> body, int length)
    {
        string type = headers.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/zip\r\n";
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{type}{headers}\r\n"
        );
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
        await stream.FlushAsync();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception error)
            when (error is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over; perhaps before the first request was waited for.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            await using NetworkStream stream = client.GetStream();
            Request request = await Request.ReadAsync(stream);
            Requests.Enqueue(request);
            Func<Request, Stream, Task> step = _script.TryDequeue(out Func<Request, Stream, Task>? next)
                ? next
                : Status("404 Not Found");
            await step(request, stream);
        }
    }

    /// <summary>The head of a request.</summary>
    internal sealed record Request(string[] Lines)
    {
        public string? Header(string name) =>
            Lines
                .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                ?[(name.Length + 1)..].Trim();

        public static async Task<Request> ReadAsync(Stream stream)
        {
            var text = new StringBuilder();
            var one = new byte[1];
            while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
            {
                text.Append((char)one[0]);
            }

            return new Request(text.ToString().Split("\r\n"));
        }
    }
}
