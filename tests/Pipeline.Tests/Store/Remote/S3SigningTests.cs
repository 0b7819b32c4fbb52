using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Tests.Executors.Dispatching;

namespace Research.Pipeline.Tests.Store.Remote;

public sealed class S3SigningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Of Amazon's S3 API reference, "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk", GET Object.
    [Fact]
    public void The_worked_example_of_the_reference_comes_out()
    {
        var clock = new VirtualClock(new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));
        using var signing = new S3Signing(
            new S3Access("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null, "us-east-1", null),
            clock,
            new HttpClientHandler()
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://examplebucket.s3.amazonaws.com/test.txt");
        request.Headers.TryAddWithoutValidation("Range", "bytes=0-9");
        signing.Sign(request);
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            Assert.Single(request.Headers.GetValues("Authorization"))
        );
    }

    [Fact]
    public async Task A_bucket_is_read_and_written_like_any_other_place_and_every_request_is_signed()
    {
        using var server = new CacheServer();
        var access = new S3Access("ID", "secret", "session", "eu-central-1", server.Address);
        using var remote = new HttpRemote(access.AddressOf(new Uri("s3://bucket/team/")), null, TimeSpan.FromSeconds(10), access);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "content", cancellation);
        string digest = new('a', 64);
        await remote.PutAsync(digest, StoredFile.Plain(file), cancellation);
        Assert.True(await remote.FetchAsync(digest, 7, file + ".back", cancellation));
        Assert.Equal("content", await File.ReadAllTextAsync(file + ".back", cancellation));
        Assert.Null(await remote.EntryAsync(digest, 100, cancellation));
        Assert.Contains($"PUT bucket/team/cas/{digest}", server.Requests);
        Assert.All(
            server.Authorizations,
            header =>
                Assert.Matches(
                    "^AWS4-HMAC-SHA256 Credential=ID/[0-9]{8}/eu-central-1/s3/aws4_request, "
                        + "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$",
                    header
                )
        );
    }

    [Fact]
    public void Amazons_own_address_names_bucket_and_region() =>
        Assert.Equal(
            "https://bucket.s3.eu-central-1.amazonaws.com/team/x",
            new S3Access("ID", "secret", null, "eu-central-1", null).AddressOf(new Uri("s3://bucket/team/x/")).ToString()
        );

    [Fact]
    public void A_secret_is_in_no_message() =>
        Assert.DoesNotContain("hush", new S3Access("ID", "hush", null, "r", null).ToString(), StringComparison.Ordinal);
}
