using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>Where a bucket is and who asks, in the variables that programs for S3 share: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL.</summary>
/// <param name="KeyId">Names the key.</param>
/// <param name="Secret">The key.</param>
/// <param name="SessionToken">Of a key that expires; null for none.</param>
/// <param name="Region">Such as eu-central-1.</param>
/// <param name="Endpoint">Of another service than Amazon's; null for theirs.</param>
internal sealed record S3Access(string KeyId, string Secret, string? SessionToken, string Region, string? Endpoint)
{
    public const string Scheme = "s3";

    /// <summary>What the environment says.</summary>
    /// <exception cref="ResearchException">No key is named.</exception>
    public static S3Access Standard() =>
        Variable("AWS_ACCESS_KEY_ID") is { } id && Variable("AWS_SECRET_ACCESS_KEY") is { } secret
            ? new(
                id,
                secret,
                Variable("AWS_SESSION_TOKEN"),
                Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? "us-east-1",
                Variable("AWS_ENDPOINT_URL_S3") ?? Variable("AWS_ENDPOINT_URL")
            )
            : throw new ResearchException(
                "A bucket (s3://…) needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; 'aws configure export-credentials --format env' prints those of a profile."
            );

    /// <summary>The HTTP address of a place such as s3://bucket/folder.</summary>
    public Uri AddressOf(Uri place)
    {
        string path = place.AbsolutePath.Trim('/');
        return Endpoint is { } endpoint
            ? new Uri($"{endpoint.TrimEnd('/')}/{place.Host}/{path}")
            : new Uri($"https://{place.Host}.s3.{Region}.amazonaws.com/{path}");
    }

    // Never shown: it holds a secret.
    public override string ToString() => $"key {KeyId}, {Region}";

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
