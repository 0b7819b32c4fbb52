using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Research.Pipeline.Store.Remote;

/// <summary>Signs requests to a bucket of S3's kind: AWS Signature, version 4, in the Authorization header.</summary>
/// <remarks>Source: "Signature Calculations for the Authorization Header", Amazon S3 API reference; oracle: its worked example. The body is not signed: TLS protects it, and what is read is checked by its digest.</remarks>
/// <param name="access">Who asks.</param>
/// <param name="clock">Its day and time are part of the signature.</param>
internal sealed class S3Signing(S3Access access, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string BodyHeader = "x-amz-content-sha256";

    private static readonly string EmptyBody = Hex(SHA256.HashData([]));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sign(request);
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>Adds the headers.</summary>
    internal void Sign(HttpRequestMessage request)
    {
        string time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Set(request, "x-amz-date", time);
        Set(request, BodyHeader, request.Content is null ? EmptyBody : "UNSIGNED-PAYLOAD");
        if (access.SessionToken is { } session)
        {
            Set(request, "x-amz-security-token", session);
        }

        var headers = Headers(request);
        string signed = string.Join(';', headers.Keys);
        string scope = $"{time[..8]}/{access.Region}/s3/aws4_request";
        string canonical = string.Join(
            '\n',
            [
                request.Method.Method,
                PathOf(request.RequestUri!),
                "", // no query
                .. headers.Select(header => $"{header.Key}:{header.Value}"),
                "",
                signed,
                headers[BodyHeader],
            ]
        );
        string text = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        string signature = Hex(Mac(KeyOf(time[..8]), text));
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{Algorithm} Credential={access.KeyId}/{scope}, SignedHeaders={signed}, Signature={signature}"
        );
    }

    private static SortedDictionary<string, string> Headers(HttpRequestMessage request)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Authority };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            string lower = name.ToLowerInvariant();
            if (lower is "range" || lower.StartsWith("x-amz-", StringComparison.Ordinal))
            {
                headers[lower] = string.Join(',', values).Trim();
            }
        }

        return headers;
    }

    private static string PathOf(Uri address) =>
        string.Join('/', address.AbsolutePath.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));

    private byte[] KeyOf(string day) =>
        Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + access.Secret), day), access.Region), "s3"), "aws4_request");

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
