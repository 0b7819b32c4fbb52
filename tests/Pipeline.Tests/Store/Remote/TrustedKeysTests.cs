using Research.Numerics;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

public sealed class TrustedKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly SigningKey _key = SigningKey.New();

    private string Listed => Path.Combine(_folder, TrustedKeys.File);

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_key_that_is_added_is_found_by_its_id_and_added_once()
    {
        Assert.True(TrustedKeys.Add(_folder, new TrustedKey("CI", _key.Public)));
        Assert.False(TrustedKeys.Add(_folder, new TrustedKey("again", _key.Public)));
        Assert.Equal("CI", TrustedKeys.Of(_folder).Find(_key.Id)!.Name);
        Assert.Null(TrustedKeys.Of(_folder).Find(new string('0', 32)));
    }

    [Fact]
    public void A_checkout_without_the_list_trusts_nobody() => Assert.Empty(TrustedKeys.Of(_folder).All);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"keys\":[{\"name\":\"CI\"}]}")]
    [InlineData("{\"keys\":[{\"name\":\"CI\",\"publicKey\":\"AAAA\"}]}")]
    [InlineData("{\"keys\":[{\"name\":\"\",\"publicKey\":\"\"}]}")]
    public void A_malformed_list_is_told_with_what_is_needed(string text)
    {
        File.WriteAllText(Listed, text);
        var error = Assert.Throws<ResearchException>(() => TrustedKeys.Of(_folder));
        Assert.Contains(
            "publicKey",
            error.Message.Replace("public key", "publicKey", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains(Listed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_curve_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        var key = new TrustedKey("CI", Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()));
        Assert.Contains(
            "P-256",
            Assert.Throws<ResearchException>(() => TrustedKeys.Add(_folder, key)).Message,
            StringComparison.Ordinal
        );
    }
}
