using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>An HTTP server on loopback in the layout of a remote store; tests may answer in its place.</summary>
internal sealed class CacheServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public CacheServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/store";
        }

        _listener.Prefixes.Add(Address.Replace("/store", "/", StringComparison.Ordinal));
        _listener.Start();
        _ = Task.Run(LoopAsync);
    }

    public string Address { get; }

    /// <summary>What it holds, by path such as ac/….</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Answers instead of it; false leaves the answer to it.</summary>
    public Func<HttpListenerContext, string, bool> Instead { get; set; } = (_, _) => false;

    public void Dispose() => _listener.Close();

    private async Task LoopAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the test is over
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath["/store/".Length..];
        Requests.Enqueue($"{context.Request.HttpMethod} {path}");
        Authorizations.Enqueue(context.Request.Headers["Authorization"]);
        try
        {
            if (!Instead(context, path))
            {
                Serve(context, path);
            }
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }

    private void Serve(HttpListenerContext context, string path)
    {
        using HttpListenerResponse response = context.Response;
        if (context.Request.HttpMethod == "PUT")
        {
            using var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            Files[path] = body.ToArray();
        }
        else if (!Files.TryGetValue(path, out byte[]? bytes))
        {
            response.StatusCode = 404;
        }
        else if (context.Request.HttpMethod == "GET")
        {
            Send(context, bytes);
        }
    }

    private static void Send(HttpListenerContext context, byte[] bytes)
    {
        int from = 0;
        if (context.Request.Headers["Range"] is { } range)
        {
            from = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers["Content-Range"] = FormattableString.Invariant(
                $"bytes {from}-{bytes.Length - 1}/{bytes.Length}"
            );
        }

        context.Response.ContentLength64 = bytes.Length - from;
        context.Response.OutputStream.Write(bytes, from, bytes.Length - from);
    }
}
