using System.Net;

namespace Research.Data.Download;

/// <summary>Tells an answer that may become the data from one that never will.</summary>
internal static class ServerAnswer
{
    private const int LongestReason = 80;

    public static void Check(HttpResponseMessage response, string address)
    {
        int status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            throw new DownloadException($"{address}: has no such range any more.") { Transient = true };
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new DownloadException($"{address}: answered {status} {Reason(response)}.")
            {
                Transient = status is 408 or 429 or >= 500,
                RetryAfter = Wait(response),
            };
        }

        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            throw new DownloadException(
                $"{address}: sent an HTML page where a zip archive was expected; open the address in a browser to see what it says."
            );
        }
    }

    // The server's own words, and no more of them than a sentence can hold.
    private static string Reason(HttpResponseMessage response)
    {
        string reason = response.ReasonPhrase ?? "";
        return reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…";
    }

    private static TimeSpan? Wait(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } retry)
        {
            return null;
        }

        TimeSpan? untilDate = retry.Date - TimeProvider.System.GetUtcNow();
        TimeSpan? wait = retry.Delta ?? untilDate;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
