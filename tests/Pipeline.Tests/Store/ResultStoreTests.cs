using System.Security.Cryptography;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class ResultStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly FileHashes _hashes = new(null, paranoid: false);

    private ResultStore Store => new(Path.Combine(_folder, "store"), null, _hashes);

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_was_put_is_found_with_its_leaves()
    {
        Manifest put = Put("content");
        Manifest found = Store.Find(put.Fingerprint)!;
        Assert.Equal(put.Outputs, found.Outputs);
        Assert.Equal(Fingerprint.Id, Store.Leaves(put.Fingerprint)!.Id);
        Assert.True(Store.Copy(found.Outputs[0], Path.Combine(_folder, "copy")));
        Assert.Equal("content", File.ReadAllText(Path.Combine(_folder, "copy")));
    }

    [Theory]
    [InlineData("CONTENT")]
    [InlineData("cont")]
    [InlineData("")]
    public void A_tampered_or_truncated_object_is_set_aside(string damage)
    {
        Manifest put = Put("content");
        string path = Store.ObjectOf(put.Outputs[0].Digest);
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllText(path, damage);
        Assert.Null(Store.Find(put.Fingerprint));
        Assert.False(File.Exists(path));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "store", "damaged")));
    }

    [Fact]
    public void An_edited_manifest_is_set_aside()
    {
        Manifest put = Put("content");
        string path = Path.Combine(_folder, "store", "runs", put.Fingerprint[..2], put.Fingerprint);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"a.txt\"", "\"b.txt\"", StringComparison.Ordinal));
        Assert.Null(Store.Find(put.Fingerprint));
        File.WriteAllText(path, "");
        Assert.Null(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void Edited_leaves_are_not_believed()
    {
        Manifest put = Put("content");
        string path = Path.Combine(_folder, "store", "fingerprints", put.Fingerprint[..2], put.Fingerprint + ".json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        Assert.Null(Store.Leaves(put.Fingerprint));
    }

    [Fact]
    public void Pruning_forgets_what_is_old_and_the_objects_that_nobody_names()
    {
        Manifest put = Put("content");
        Assert.Equal(0, CacheCare.Prune(Store.Root, TimeSpan.FromDays(30)).Files);
        foreach (string file in Directory.EnumerateFiles(Store.Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-40));
        }

        Assert.Equal(3, CacheCare.Prune(Store.Root, TimeSpan.FromDays(30)).Files); // manifest, leaves, object
        Assert.Null(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void Staging_of_the_dead_is_swept_and_that_of_the_living_stays()
    {
        using Staging living = Store.Stage();
        string dead = Path.Combine(Store.Root, "staging", "dead");
        Directory.CreateDirectory(dead);
        File.WriteAllText(dead + ".lock", "");
        Store.Sweep();
        Assert.True(Directory.Exists(living.Path));
        Assert.False(Directory.Exists(dead));
        Assert.False(File.Exists(dead + ".lock"));
    }

    private static Fingerprint Fingerprint { get; } =
        new([.. Fingerprint.LeafNames.Select(name => new Leaf(name, new Dictionary<string, string> { ["part"] = "1" }))]);

    private Manifest Put(string content)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), content);
        string digest = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
        var manifest = new Manifest
        {
            Target = "t",
            Fingerprint = Fingerprint.Id,
            Outputs = [new Output("a.txt", content.Length, digest)],
            Seconds = 1,
            PeakBytes = 2,
            Threads = 3,
        };
        Store.Put(manifest, Fingerprint, folder);
        return manifest;
    }
}
