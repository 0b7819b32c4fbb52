using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Research.Data.Download;
using Research.Numerics;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Store.Remote;

/// <summary>A remote store behind HTTP: any file server reads it (GET, HEAD); nginx with WebDAV, bazel-remote or a bucket also write it (PUT).</summary>
/// <remarks>Each answer must begin within the timeout, and each content come at no less than <see cref="LeastBytesPerSecond"/> after it: a server that sends drop by drop is as good as none. What breaks is tried once more; a content then goes on where it was.</remarks>
internal sealed class HttpRemote : IRemote, IDisposable
{
    /// <summary>A content that comes slower counts as one that does not come.</summary>
    public const int LeastBytesPerSecond = 64 << 10;

    private const int Redirects = 3;

    private readonly HttpClient _http;
    private readonly Uri _root;
    private readonly TimeSpan _timeout;

    /// <param name="root">Address that ac/ and cas/ are below; may hold name and password.</param>
    /// <param name="token">Sent as a bearer token; null for none.</param>
    /// <param name="timeout">Longest wait for an answer.</param>
    /// <param name="s3">Signs the requests to a bucket; null for other servers.</param>
    /// <exception cref="ResearchException">A secret would go over plain HTTP to another machine.</exception>
    public HttpRemote(Uri root, string? token, TimeSpan timeout, S3Access? s3 = null)
    {
        bool secret = token is not null || root.UserInfo.Length > 0 || s3 is not null;
        if (secret && root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback)
        {
            throw new ResearchException(
                $"RESEARCH_REMOTE_CACHE={ShownAddress.Of(root)} is plain HTTP, and a token or password would go over it for all to read; use https."
            );
        }

        Name = ShownAddress.Of(root);
        _timeout = timeout;
        _root = new Uri(
            root.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/"
        );
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = timeout,
            MaxConnectionsPerServer = RemoteStore.Parallel,
            MaxAutomaticRedirections = Redirects,
            AllowAutoRedirect = s3 is null, // a signature is of one host
            AutomaticDecompression = DecompressionMethods.None, // nothing is inflated on a server's word
        };
        _http = new HttpClient(s3 is null ? handler : new S3Signing(s3, TimeProvider.System, handler))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Authorization =
            token is not null ? new AuthenticationHeaderValue("Bearer", token)
            : root.UserInfo.Length > 0
                ? new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(root.UserInfo)))
                )
            : null;
    }

    public string Name { get; }

    public void Dispose() => _http.Dispose();

    public Task<byte[]?> EntryAsync(string name, int most, CancellationToken cancellation) =>
        WithinAsync(
            0, // so small that it comes with the answer
            async limit =>
            {
                using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "ac/" + name, null, limit);
                if (IsMissing(answer))
                {
                    return null;
                }

                using var bytes = new MemoryStream();
                return await CopyAsync(answer, bytes, most, limit) ? bytes.ToArray() : null;
            },
            cancellation
        );

    public Task<bool> FetchAsync(string digest, long size, string file, CancellationToken cancellation) =>
        WithinAsync(
            size,
            async limit =>
            {
                long have = File.Exists(file) ? new FileInfo(file).Length : 0; // of a transfer that broke
                RangeHeaderValue? rest = have > 0 && have < size ? new(have, null) : null;
                using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "cas/" + digest, rest, limit);
                if (IsMissing(answer))
                {
                    return false;
                }

                bool resumes =
                    answer.StatusCode == HttpStatusCode.PartialContent && answer.Content.Headers.ContentRange?.From == have;
                await using var target = new FileStream(file, resumes ? FileMode.Append : FileMode.Create, FileAccess.Write);
                return await CopyAsync(answer, target, size - (resumes ? have : 0), limit);
            },
            cancellation
        );

    public Task PutEntryAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        WithinAsync(bytes.Length, async limit => await PutAsync("ac/" + name, new ByteArrayContent(bytes), limit), cancellation);

    public Task PutAsync(string digest, StoredFile file, CancellationToken cancellation) =>
        WithinAsync(
            file.Size,
            async limit =>
            {
                using (HttpResponseMessage known = await SendAsync(HttpMethod.Head, "cas/" + digest, null, limit))
                {
                    if (known.IsSuccessStatusCode)
                    {
                        return true;
                    }
                }

                return await PutAsync("cas/" + digest, new StreamContent(file.OpenRead()), limit);
            },
            cancellation
        );

    private async Task<bool> PutAsync(string path, HttpContent content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_root, path)) { Content = content };
        using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode ? true : throw Refused(answer);
    }

    // An answer without content begins within the timeout, however large what follows.
    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        RangeHeaderValue? range,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(_root, path));
        request.Headers.Range = range;
        using var begins = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        begins.CancelAfter(_timeout);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, begins.Token);
    }

    private bool IsMissing(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
        || (answer.IsSuccessStatusCode ? false : throw Refused(answer));

    private RemoteException Refused(HttpResponseMessage answer) =>
        new($"{Name} answered {(int)answer.StatusCode}.") { Refuses = (int)answer.StatusCode is >= 400 and < 500 };

    // False where more comes than is allowed.
    private async Task<bool> CopyAsync(HttpResponseMessage answer, Stream target, long most, CancellationToken cancellation)
    {
        await using Stream body = await answer.Content.ReadAsStreamAsync(cancellation);
        byte[] piece = new byte[1 << 16];
        long left = most;
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var began = Stopwatch.StartNew();
        while (true)
        {
            // As late as the bytes so far allow: neither a silent server nor one that sends drop by drop is waited for longer.
            slow.CancelAfter(
                Positive(_timeout + TimeSpan.FromSeconds((double)(most - left) / LeastBytesPerSecond) - began.Elapsed)
            );
            if (await body.ReadAsync(piece, slow.Token) is not (> 0 and int read))
            {
                return true;
            }

            left -= read;
            if (left < 0)
            {
                return false;
            }

            await target.WriteAsync(piece.AsMemory(0, read), cancellation);
        }
    }

    private static TimeSpan Positive(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private async Task<T> WithinAsync<T>(long bytes, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout + TimeSpan.FromSeconds((double)bytes / LeastBytesPerSecond));
        try
        {
            try
            {
                return await work(limit.Token);
            }
            catch (Exception error) when (error is HttpRequestException or IOException and not DamagedObjectException)
            {
                return await work(limit.Token); // a connection that broke, or that the server had closed meanwhile: once more
            }
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new RemoteException(
                FormattableString.Invariant($"{Name} did not answer within {_timeout.TotalSeconds:0.#} s, or sent too slowly."),
                error
            );
        }
        catch (Exception error) when (error is HttpRequestException or IOException or DamagedObjectException)
        {
            throw new RemoteException($"{Name}: {error.Message}", error);
        }
    }
}
