using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>An HTTP server on loopback in the layout of a remote store, one request a connection; tests may answer in its place.</summary>
internal sealed class CacheServer : IDisposable
{
    private const string Root = "/store/";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public CacheServer()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/store";
        _ = Task.Run(LoopAsync);
    }

    public string Address { get; }

    /// <summary>What it holds, by path such as ac/….</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Answers instead of it; false leaves the answer to it.</summary>
    public Func<Exchange, bool> Instead { get; set; } = _ => false;

    public void Dispose() => _listener.Dispose();

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Answer(client));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Answer(TcpClient client)
    {
        using (client)
        {
            try
            {
                using NetworkStream stream = client.GetStream();
                Exchange exchange = Exchange.Read(stream, Root);
                Requests.Enqueue($"{exchange.Method} {exchange.Path}");
                Authorizations.Enqueue(exchange.Header("Authorization"));
                if (!Instead(exchange))
                {
                    Serve(exchange);
                }
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }

    private void Serve(Exchange exchange)
    {
        if (exchange.Method == "PUT")
        {
            Files[exchange.Path] = exchange.Body;
            exchange.Respond("201 Created");
        }
        else if (!Files.TryGetValue(exchange.Path, out byte[]? bytes))
        {
            exchange.Respond("404 Not Found");
        }
        else if (exchange.Header("Range") is { } range)
        {
            int from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            string header = FormattableString.Invariant($"Content-Range: bytes {from}-{bytes.Length - 1}/{bytes.Length}\r\n");
            exchange.Respond("206 Partial Content", header, bytes[from..]);
        }
        else
        {
            exchange.Respond("200 OK", "", exchange.Method == "HEAD" ? [] : bytes, bytes.Length);
        }
    }

    /// <summary>A request, and the connection that its answer goes to.</summary>
    internal sealed record Exchange(string Method, string Path, string[] Lines, byte[] Body, Stream Connection)
    {
        public static Exchange Read(Stream stream, string root)
        {
            var head = new StringBuilder();
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && stream.ReadByte() is >= 0 and int next)
            {
                head.Append((char)next);
            }

            string[] lines = head.ToString().Split("\r\n");
            string[] first = lines[0].Split(' ');
            var exchange = new Exchange(first[0], first.ElementAtOrDefault(1)?[root.Length..] ?? "", lines, [], stream);
            byte[] body = new byte[int.Parse(exchange.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
            stream.ReadExactly(body);
            return exchange with { Body = body };
        }

        public string? Header(string name) =>
            Lines
                .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                ?[(name.Length + 1)..].Trim();

        /// <param name="promised">Bytes that the head promises; those of the body by default.</param>
        public void Respond(string status, string headers = "", byte[]? body = null, int? promised = null)
        {
            byte[] sent = body ?? [];
            string head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status}\r\nContent-Length: {promised ?? sent.Length}\r\nConnection: close\r\n{headers}\r\n"
            );
            Connection.Write([.. Encoding.ASCII.GetBytes(head), .. sent]);
            Connection.Flush();
        }
    }
}
