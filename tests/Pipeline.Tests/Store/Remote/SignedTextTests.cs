using System.Text;
using CsCheck;
using Research.Pipeline.Store.Remote;
using Research.Tests;

namespace Research.Pipeline.Tests.Store.Remote;

public sealed class SignedTextTests : IDisposable
{
    private const string Kind = "research result 1";

    private readonly SigningKey _key = SigningKey.New();

    private TrustedKeys Trusted => new([new TrustedKey("CI", _key.Public)]);

    private byte[] Signed => SignedText.By(_key, Kind, Encoding.UTF8.GetBytes("what was made\n\nand more")).ToBytes();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void What_is_read_back_is_what_was_signed_and_by_whom()
    {
        SignedText text = SignedText.Parse(Signed, Kind)!;
        Assert.Equal("what was made\n\nand more", Encoding.UTF8.GetString(text.Body));
        Assert.Equal([_key.Id], text.SignersAmong(Trusted));
    }

    [Fact]
    public void A_signature_of_one_kind_is_none_of_another()
    {
        string other = Encoding.ASCII.GetString(Signed).Replace(Kind, "research receipt 1", StringComparison.Ordinal);
        SignedText text = SignedText.Parse(Encoding.ASCII.GetBytes(other), "research receipt 1")!;
        Assert.Empty(text.SignersAmong(Trusted));
        Assert.Null(SignedText.Parse(Signed, "research receipt 1"));
    }

    [Fact]
    public void A_strangers_signature_under_a_trusted_name_is_none()
    {
        using var stranger = SigningKey.New();
        SignedText theirs = SignedText.By(stranger, Kind, "x"u8.ToArray());
        SignedText renamed = theirs with { Signatures = [theirs.Signatures[0] with { Key = _key.Id }] };
        Assert.Empty(renamed.SignersAmong(Trusted));
        Assert.Empty(theirs.SignersAmong(Trusted));
    }

    [Fact]
    public void Whatever_is_changed_is_no_longer_signed_and_nothing_crashes() =>
        MutatedBytes
            .Of(Signed)
            .Sample(
                bytes =>
                {
                    SignedText? text = SignedText.Parse(bytes, Kind);
                    return text is null
                        || text.SignersAmong(Trusted).Count == 0
                        || text.Body.AsSpan().SequenceEqual(SignedText.Parse(Signed, Kind)!.Body);
                },
                iter: 2_000
            );
}
