using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Research.Data.Download;

/// <summary>Downloads one address into a file: resumes, retries with growing waits, and never takes a wrong byte for a right one.</summary>
/// <remarks>
/// Bytes gather in "FILE.part"; a broken transfer continues by range if the server still has the same version (If-Range), else starts
/// again. FILE appears by one rename when the length that the server promised is there. Bytes are counted as they come: a server that sends
/// more than was allowed is cut off.
/// </remarks>
public sealed class Downloader(Lazy<HttpClient> http, DownloadSettings settings, Func<string, FileMode, Stream> open)
{
    private const int PieceBytes = 1 << 16;

    /// <summary>Writes to the real disk.</summary>
    public Downloader(HttpClient http, DownloadSettings settings)
        : this(new Lazy<HttpClient>(http), settings) { }

    /// <summary>Writes to the real disk; the client is made when something is downloaded, as most runs download nothing.</summary>
    public Downloader(Lazy<HttpClient> http, DownloadSettings settings)
        : this(http, settings, static (path, mode) => new FileStream(path, mode, FileAccess.Write, FileShare.None)) { }

    /// <summary>Downloads the address to the file.</summary>
    /// <param name="address">Of http or https.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <param name="progress">Is told the share that is there.</param>
    /// <exception cref="DownloadException">The source has no such file, it is larger, or every attempt failed; the message says the last reason.</exception>
    public async Task FetchAsync(Uri address, string file, long most, IProgress<double>? progress, CancellationToken cancellation)
    {
        var wanted = new Wanted(address, ShownAddress.Of(address), file, most);
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(Retries()).Build();
        await pipeline.ExecuteAsync(async token => await AttemptAsync(wanted, progress, token), cancellation);
        File.Move(file + ".part", file, overwrite: true);
        File.Delete(file + ".etag");
    }

    private RetryStrategyOptions Retries() =>
        new()
        {
            MaxRetryAttempts = Math.Max(1, settings.Attempts - 1),
            ShouldHandle = new PredicateBuilder().Handle<DownloadException>(error =>
                settings.Attempts > 1 && error.Transient && !(error.RetryAfter > settings.LongestDelay)
            ),
            DelayGenerator = attempt =>
            {
                TimeSpan grown = settings.FirstDelay * (1 << Math.Min(attempt.AttemptNumber, 10));
                var asked = (attempt.Outcome.Exception as DownloadException)?.RetryAfter;
                return ValueTask.FromResult<TimeSpan?>(asked ?? grown);
            },
        };

    private async Task AttemptAsync(Wanted wanted, IProgress<double>? progress, CancellationToken cancellation)
    {
        (_, string shown, string file, _) = wanted;
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(settings.StallTimeout);
        try
        {
            using HttpRequestMessage request = Request(wanted);
            using HttpResponseMessage response = await http.Value.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                stall.Token
            );
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                Forget(file); // what was gathered does not belong to what the server has now, or is all of it already
            }

            ServerAnswer.Check(response, shown);
            await SaveAsync(response, wanted, progress, stall);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            string seconds = settings.StallTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw new DownloadException($"{shown}: sent nothing for {seconds} s.", error) { Transient = true };
        }
        catch (HttpRequestException error)
        {
            // A name that nobody knows will not be known a second later: who is offline should not wait.
            bool unknown = error.HttpRequestError == HttpRequestError.NameResolutionError;
            throw new DownloadException($"{shown}: {error.Message}", error) { Transient = !unknown };
        }
        catch (IOException error) when (!DiskFull.Is(error))
        {
            throw new DownloadException($"{shown}: the connection broke: {error.Message}", error) { Transient = true };
        }
        catch (IOException error)
        {
            throw new DownloadException($"The disk that holds {file} is full; free space there and run again.", error);
        }
    }

    private static HttpRequestMessage Request(Wanted wanted)
    {
        string file = wanted.File;
        var request = new HttpRequestMessage(HttpMethod.Get, wanted.Address);
        var part = new FileInfo(file + ".part");
        string tag = File.Exists(file + ".etag") ? File.ReadAllText(file + ".etag") : "";
        if (
            part.Exists
            && part.Length > 0
            && part.Length <= wanted.Most
            && EntityTagHeaderValue.TryParse(tag, out EntityTagHeaderValue? known)
        )
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(known);
        }

        return request;
    }

    private async Task SaveAsync(
        HttpResponseMessage response,
        Wanted wanted,
        IProgress<double>? progress,
        CancellationTokenSource stall
    )
    {
        (_, string shown, string file, long most) = wanted;
        long have = File.Exists(file + ".part") ? new FileInfo(file + ".part").Length : 0;
        bool resumed =
            response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        long start = resumed ? have : 0;
        if (response.StatusCode == HttpStatusCode.PartialContent && !resumed)
        {
            Forget(file);
            throw new DownloadException($"{shown}: answered another range than the one asked for.") { Transient = true };
        }

        if (response.Content.Headers.ContentLength > most - start)
        {
            throw TooLarge(wanted);
        }

        RememberVersion(response, file, resumed);
        long? total = response.Content.Headers.ContentLength + start;
        long written = start;
        await using (Stream body = await response.Content.ReadAsStreamAsync(stall.Token))
        await using (Stream target = open(file + ".part", resumed ? FileMode.Append : FileMode.Create))
        {
            var piece = new byte[PieceBytes];
            int count;
            while (written <= most && (count = await body.ReadAsync(piece, stall.Token)) > 0)
            {
                stall.CancelAfter(settings.StallTimeout);
                written += count;
                await target.WriteAsync(piece.AsMemory(0, written <= most ? count : 0), stall.Token);
                progress?.Report(total is > 0 ? (double)written / total.Value : 0);
            }
        }

        if (written > most)
        {
            throw TooLarge(wanted);
        }

        if (total is not null && written != total)
        {
            throw new DownloadException($"{shown}: {written} of {total} bytes came.") { Transient = true };
        }
    }

    private static DownloadException TooLarge(Wanted wanted)
    {
        Forget(wanted.File);
        return new(
            FormattableString.Invariant(
                $"{wanted.Shown}: sends more than the {wanted.Most} bytes that datasets.lock allows; cut off."
            )
        );
    }

    private static void Forget(string file)
    {
        File.Delete(file + ".part");
        File.Delete(file + ".etag");
    }

    // Only a strong tag can promise that the rest belongs to the same bytes.
    private static void RememberVersion(HttpResponseMessage response, string file, bool resumed)
    {
        EntityTagHeaderValue? tag = response.Headers.ETag;
        if (tag is { IsWeak: false })
        {
            File.WriteAllText(file + ".etag", tag.Tag);
        }
        else if (!resumed)
        {
            File.Delete(file + ".etag");
        }
    }

    private sealed record Wanted(Uri Address, string Shown, string File, long Most);
}
