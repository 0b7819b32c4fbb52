using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline.Explanations;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Explanations;

public sealed class ChangeDetailsTests : IDisposable
{
    private const string Method = "Research.Features.Mfcc::Emphasis() System.Double";

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly ResultStore _store;

    public ChangeDetailsTests() => _store = new ResultStore(_folder, null, null, new FileHashes(null, paranoid: false), _ => { });

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_changed_constant_is_told_with_its_old_and_its_new_value()
    {
        LeafChange change = Assert.Single(Details(WithCode("h1", "1\n0.97"), WithCode("h2", "1\n0.95")));
        Assert.Equal((Method, "0.97", "0.95"), (change.Part, change.Old, change.New));
    }

    [Fact]
    public void Code_whose_constants_stayed_or_are_not_known_is_told_by_its_hashes()
    {
        LeafChange change = Assert.Single(Details(WithCode("h1", "1"), WithCode("h2", "1")));
        Assert.Equal(("h1", "h2"), (change.Old, change.New));
        Directory.Delete(Path.Combine(_folder, "constants"), recursive: true);
        Assert.Equal(change, Assert.Single(Details(WithCode("h1", null), WithCode("h2", null))));
    }

    [Fact]
    public void A_changed_claim_is_told_by_its_row()
    {
        LeafChange change = Assert.Single(
            Details(WithData("c-1\tp\t0.1\nc-2\tq\t0.5\n"), WithData("c-1\tp\t0.1\nc-2\tq\t0.6\n"))
        );
        Assert.Equal(("claims of Tests, row c-2 (line 2)", "0.5", "0.6"), (change.Part, change.Old, change.New));
    }

    [Fact]
    public void A_text_that_is_not_known_any_more_is_told_by_its_hash()
    {
        Fingerprint old = WithData("c-1\t0.1\n");
        Fingerprint now = WithData("c-1\t0.2\n");
        Directory.Delete(Path.Combine(_folder, "texts"), recursive: true);
        Assert.Equal("claims of Tests", Assert.Single(Details(old, now)).Part);
    }

    [Fact]
    public void A_text_of_another_digest_is_not_kept()
    {
        string digest = new('a', 64);
        _store.Texts.Keep(digest, () => [1]);
        Assert.Null(_store.Texts.Find(digest));
    }

    private IReadOnlyList<LeafChange> Details(Fingerprint old, Fingerprint now) =>
        new ChangeDetails([], _store.Members, _store.Texts).Of(old, now);

    private Fingerprint WithCode(string hash, string? constants)
    {
        var members = new Dictionary<string, string> { [Method] = hash };
        if (constants is not null)
        {
            _store.Members.Keep(members, new Dictionary<string, string> { [Method] = constants });
        }

        return Of(Fingerprint.Code, members);
    }

    private Fingerprint WithData(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _store.Texts.Keep(digest, () => bytes);
        return Of("data", new Dictionary<string, string> { ["claims of Tests"] = digest });
    }

    private static Fingerprint Of(string leaf, IReadOnlyDictionary<string, string> parts) =>
        new([.. Fingerprint.LeafNames.Select(name => name == leaf ? new Leaf(name, parts) : Leaf.Empty(name))]);
}
