using Research.Data.Store;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class FingerprintFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Root => Path.Combine(_folder, "store");

    private string[] Leaves => Files("leaves");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Hundreds_of_fingerprints_share_one_leaf_of_code()
    {
        ResultStore store = Open();
        Fingerprint[] trials = [.. Enumerable.Range(0, 300).Select(i => Of($"setting {i}", "code"))];
        foreach (Fingerprint trial in trials)
        {
            store.Remember(trial);
        }

        Assert.Equal(300, Files("fingerprints").Length);
        Assert.Single(Leaves);
        Assert.InRange(Files("fingerprints").Max(file => new FileInfo(file).Length), 1, 1000);
        foreach (Fingerprint trial in trials)
        {
            Fingerprint found = Open().Leaves(trial.Id)!;
            Assert.Equal(trial.Id, found.Id);
            Assert.Empty(trial.Since(found));
            Assert.Equal(trial["code"].Parts, found["code"].Parts);
        }
    }

    [Fact]
    public void A_leaf_that_is_there_is_not_written_again()
    {
        Open().Remember(Of("a", "code"));
        byte[] before = File.ReadAllBytes(Leaves[0]);
        File.WriteAllText(Leaves[0], "as it is");
        Open().Remember(Of("b", "code"));
        Assert.Equal("as it is", File.ReadAllText(Leaves[0]));
        Assert.NotEmpty(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cut")]
    [InlineData("edited")]
    [InlineData("other")]
    public void A_damaged_leaf_is_set_aside_not_believed_and_comes_back_with_the_next_fingerprint(string damage)
    {
        Fingerprint fingerprint = Of("a", "code");
        Open().Remember(fingerprint);
        string path = Leaves.Single();
        byte[] bytes = File.ReadAllBytes(path);
        Open().Remember(Of("b", "other code"));
        File.WriteAllBytes(
            path,
            damage switch
            {
                "cut" => bytes[..(bytes.Length / 2)],
                "edited" => [.. bytes[..^3], (byte)(bytes[^3] ^ 8), .. bytes[^2..]],
                "other" => File.ReadAllBytes(Leaves.Single(other => other != path)),
                _ => [],
            }
        );
        Assert.Null(Open().Leaves(fingerprint.Id));
        Assert.False(File.Exists(path));
        Assert.Single(Files("damaged"));
        Assert.Null(Open().Leaves(fingerprint.Id)); // missing now
        Assert.Single(Files("damaged"));
        Open().Remember(fingerprint);
        Assert.Equal(fingerprint["code"].Parts, Open().Leaves(fingerprint.Id)!["code"].Parts);
    }

    [Fact]
    public void A_fingerprint_of_an_older_version_holds_all_of_its_leaves_and_is_read()
    {
        Fingerprint fingerprint = Of("a", "code");
        using var memory = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(memory))
        {
            fingerprint.Write(json);
        }

        AtomicFile.Write(Path.Combine(Root, "fingerprints", fingerprint.Id[..2], fingerprint.Id + ".json"), memory.ToArray());
        Assert.Equal(fingerprint["code"].Parts, Open().Leaves(fingerprint.Id)!["code"].Parts);
    }

    [Fact]
    public void A_shared_store_answers_with_its_own_leaves()
    {
        string shared = Path.Combine(_folder, "shared");
        Fingerprint fingerprint = Of("a", "code");
        Put(new ResultStore(Path.Combine(_folder, "theirs"), shared, null, Hashes, _ => { }), fingerprint);
        Assert.Single(Directory.GetFiles(Path.Combine(shared, "leaves"), "*", SearchOption.AllDirectories));
        var ours = new ResultStore(Root, shared, null, Hashes, _ => { });
        Assert.Equal(fingerprint.Id, ours.Leaves(fingerprint.Id)!.Id);
        Assert.Empty(Files("fingerprints"));
        Assert.NotNull(ours.Find(fingerprint.Id)); // which brings all of it here
        Directory.Delete(shared, recursive: true);
        Assert.Equal(fingerprint["code"].Parts, Open().Leaves(fingerprint.Id)!["code"].Parts);
    }

    [Fact]
    public void Pruning_forgets_the_leaves_that_nothing_names()
    {
        (Fingerprint stays, Fingerprint goes) = (Of("a", "code"), Of("b", "other code"));
        Open().Remember(goes);
        string unnamed = Leaves.Single();
        Open().Remember(stays);
        var closure = new Dictionary<string, string> { ["of"] = "a closure" };
        string members = Open().Members.DigestOf(closure);
        Open().Members.Keep(closure, new Dictionary<string, string>());
        AtomicFile.Write(Path.Combine(Root, "closures", "ab", "abcd"), $"digest\n{members}\n");
        foreach (string leaf in Leaves)
        {
            Age(leaf);
        }

        Age(Files("fingerprints").Single(file => file.EndsWith(goes.Id + ".json.zst", StringComparison.Ordinal)));
        Assert.Equal(2, CachePruning.Prune(Root, TimeSpan.FromDays(30)).Files); // the fingerprint and its leaf
        Assert.False(File.Exists(unnamed));
        Assert.NotNull(Open().Leaves(stays.Id));
        Assert.NotNull(Open().Members.Find(members));
    }

    [Fact]
    public void A_leaf_that_is_named_again_is_young_again()
    {
        Open().Remember(Of("a", "code"));
        Age(Leaves.Single());
        Open().Members.Keep(Of("a", "code")["code"].Parts, new Dictionary<string, string>());
        File.Delete(Files("fingerprints").Single());
        Assert.Equal(0, CachePruning.Prune(Root, TimeSpan.FromDays(30)).Files);
    }

    [Fact]
    public void Constants_of_members_are_kept_beside_them_and_found_by_their_digest()
    {
        var members = new Dictionary<string, string> { ["A::M()"] = "h" };
        string digest = Open().Members.DigestOf(members);
        Assert.Empty(Open().Members.ConstantsOf(digest));
        Assert.Null(Open().Members.Find(digest));
        Open().Members.Keep(members, new Dictionary<string, string> { ["A::M()"] = "0.5" });
        Assert.Equal("0.5", Open().Members.ConstantsOf(digest)["A::M()"]);
        Assert.Equal("h", Open().Members.Find(digest)!["A::M()"]);
        string constants = Assert.Single(Files("constants"));
        Age(constants);
        Open().Members.Keep(members, new Dictionary<string, string> { ["A::M()"] = "other" });
        Assert.Equal("0.5", Open().Members.ConstantsOf(digest)["A::M()"]); // as they are, and young
        Assert.True(File.GetLastWriteTimeUtc(constants) > TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1));
        File.WriteAllText(constants, "damaged");
        Assert.Empty(Open().Members.ConstantsOf(digest));
    }

    [Fact]
    public void A_leaf_that_could_not_be_written_is_written_when_it_is_kept_again()
    {
        ResultStore store = Open();
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, "leaves"), "a file, where a folder should be");
        Assert.ThrowsAny<Exception>(() => store.Remember(Of("a", "code")));
        File.Delete(Path.Combine(Root, "leaves"));
        store.Remember(Of("a", "code"));
        Assert.Single(Leaves);
        File.Delete(Leaves[0]);
        store.Remember(Of("b", "code")); // this store knows that it was there
        Assert.Empty(Leaves);
    }

    [Fact]
    public void Pruning_passes_over_a_fingerprint_that_is_no_json_and_one_that_is_no_file()
    {
        Open().Remember(Of("a", "code"));
        string damaged = Path.Combine(Root, "fingerprints", "ab", "damaged.json");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        File.WriteAllText(damaged, "{");
        File.WriteAllText(damaged + ".zst", "no frame");
        File.WriteAllText(damaged + "2", "[1]");
        File.WriteAllText(damaged + "3", "{\"code\": 1}");
        File.CreateSymbolicLink(damaged + "4", damaged);
        Assert.Equal(0, CachePruning.Prune(Root, TimeSpan.FromDays(30)).Files);
        Assert.Single(Leaves);
    }

    private static FileHashes Hashes => new(null, paranoid: false);

    private ResultStore Open() => new(Root, null, null, Hashes, _ => { });

    private string[] Files(string kind) =>
        Directory.Exists(Path.Combine(Root, kind))
            ? Directory.GetFiles(Path.Combine(Root, kind), "*", SearchOption.AllDirectories)
            : [];

    private static void Age(string file) =>
        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-40));

    private void Put(ResultStore store, Fingerprint fingerprint)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        var manifest = new Manifest
        {
            Target = "t",
            Fingerprint = fingerprint.Id,
            Outputs = [],
            Seconds = 1,
            PeakBytes = 2,
            Threads = 3,
        };
        store.Put(manifest, fingerprint, folder);
    }

    private static Fingerprint Of(string setting, string code) =>
        new([
            .. Fingerprint.LeafNames.Select(name =>
                name == "code"
                    ? new Leaf(name, Enumerable.Range(0, 500).ToDictionary(i => $"method {i}", i => $"{code} {i}"))
                    : new Leaf(name, new Dictionary<string, string> { ["part"] = name == "settings" ? setting : "1" })
            ),
        ]);
}
