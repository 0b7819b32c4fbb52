using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Tests.Store;

public sealed class ResultStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly FileHashes _hashes = new(null, paranoid: false);

    private ResultStore Store => new(Path.Combine(_folder, "store"), null, null, _hashes, _ => { });

    // Compresses well, and fills two frames.
    private static string Long { get; } = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i % 1000}\n"));

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
        string path = ObjectOf(put);
        Overwrite(path, System.Text.Encoding.UTF8.GetBytes(damage));
        Assert.Null(Store.Find(put.Fingerprint));
        Assert.False(File.Exists(path));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "store", "damaged")));
    }

    [Fact]
    public void What_compresses_lies_compressed_under_the_digest_of_its_content()
    {
        Manifest put = Put(Long);
        Assert.EndsWith($"{put.Outputs[0].Digest}.zst", ObjectOf(put), StringComparison.Ordinal);
        Assert.True(new FileInfo(ObjectOf(put)).Length < Long.Length / 4);
        Assert.NotNull(Store.Find(put.Fingerprint));
        Assert.Equal(Long, System.Text.Encoding.UTF8.GetString(Store.Locate(put.Outputs[0])!.ReadAllBytes()));
        Assert.True(Store.Copy(put.Outputs[0], Path.Combine(_folder, "copy")));
        Assert.Equal(Long, File.ReadAllText(Path.Combine(_folder, "copy")));
    }

    [Fact]
    public void What_is_short_lies_as_it_is()
    {
        Manifest put = Put("content");
        Assert.Equal("content", File.ReadAllText(ObjectOf(put)));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("edited")]
    [InlineData("not compressed")]
    [InlineData("other content")]
    public void A_damaged_compressed_object_is_set_aside_and_can_be_put_again(string damage)
    {
        Manifest put = Put(Long);
        string path = ObjectOf(put);
        byte[] bytes = File.ReadAllBytes(path);
        Overwrite(path, Damage(bytes, damage));
        Assert.False(Store.Copy(put.Outputs[0], Path.Combine(_folder, "copy")));
        Assert.False(File.Exists(Path.Combine(_folder, "copy")));
        Assert.False(File.Exists(path));
        Put(Long);
        Overwrite(path, Damage(bytes, damage));
        Assert.Null(Store.Find(put.Fingerprint));
        Assert.False(File.Exists(path));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "store", "damaged")).Length);
        Put(Long);
        Assert.NotNull(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void An_object_that_would_unpack_to_more_than_its_manifest_says_is_set_aside()
    {
        Manifest put = Put(Long);
        string bomb = Path.Combine(_folder, "bomb");
        File.WriteAllBytes(bomb, new byte[50_000_000]);
        string path = ObjectOf(put);
        File.Delete(path);
        Assert.True(FrameWriter.TryCompress(bomb, path));
        Assert.Null(Store.Find(put.Fingerprint));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "store", "damaged")));
    }

    [Fact]
    public void An_object_that_an_older_version_stored_uncompressed_is_found_read_and_not_stored_twice()
    {
        Manifest put = Put(Long);
        string compressed = ObjectOf(put);
        File.Delete(compressed);
        string plain = compressed[..^".zst".Length];
        File.WriteAllText(plain, Long);
        Assert.NotNull(Store.Find(put.Fingerprint));
        Assert.True(Store.Copy(put.Outputs[0], Path.Combine(_folder, "copy")));
        Assert.Equal(Long, File.ReadAllText(Path.Combine(_folder, "copy")));
        Put(Long);
        Assert.False(File.Exists(compressed));
        Overwrite(plain, [1, 2, 3]);
        Put(Long);
        Assert.Equal([compressed], Directory.GetFiles(Path.GetDirectoryName(plain)!));
    }

    [Fact]
    public void A_damaged_object_does_not_hide_the_same_content_in_the_other_form()
    {
        Manifest put = Put(Long);
        File.WriteAllText(ObjectOf(put)[..^".zst".Length], "damaged");
        Assert.NotNull(Store.Find(put.Fingerprint));
        Assert.EndsWith(".zst", ObjectOf(put), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_store_holds_and_gives_objects_as_they_lie()
    {
        string shared = Path.Combine(_folder, "shared");
        var theirs = new ResultStore(Path.Combine(_folder, "theirs"), shared, null, _hashes, _ => { });
        Manifest put = Put(Long, theirs);
        string[] names = [.. Directory.GetFiles(Path.Combine(shared, "objects"), "*", SearchOption.AllDirectories)];
        Assert.EndsWith($"{put.Outputs[0].Digest}.zst", Assert.Single(names), StringComparison.Ordinal);

        var ours = new ResultStore(Path.Combine(_folder, "ours"), shared, null, _hashes, _ => { });
        Assert.NotNull(ours.Find(put.Fingerprint));
        Assert.EndsWith(".zst", ours.Locate(put.Outputs[0])!.Path, StringComparison.Ordinal);
        Assert.StartsWith(ours.Root, ours.Locate(put.Outputs[0])!.Path, StringComparison.Ordinal);

        Overwrite(names[0], File.ReadAllBytes(names[0])[..^20]);
        var late = new ResultStore(Path.Combine(_folder, "late"), shared, null, _hashes, _ => { });
        Assert.Null(late.Find(put.Fingerprint));
        Put(Long, theirs); // and who has it whole puts it right
        Assert.NotNull(late.Find(put.Fingerprint));
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Edited_leaves_are_not_believed(bool packedAgain)
    {
        Manifest put = Put("content");
        string path = Path.Combine(_folder, "store", "fingerprints", put.Fingerprint[..2], put.Fingerprint + ".json.zst");
        string text = Encoding.UTF8.GetString(PackedText.Unpack(File.ReadAllBytes(path)));
        Assert.Contains("\"1\"", text, StringComparison.Ordinal);
        byte[] edited = Encoding.UTF8.GetBytes(text.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        File.WriteAllBytes(path, packedAgain ? PackedText.Pack(edited) : edited);
        Assert.Null(Store.Leaves(put.Fingerprint));
        Assert.False(File.Exists(path));
        Put("content");
        Assert.NotNull(Store.Leaves(put.Fingerprint));
    }

    [Fact]
    public void Pruning_forgets_what_is_old_and_the_objects_that_nobody_names()
    {
        Manifest put = Put("content");
        Assert.Equal(0, CachePruning.Prune(Store.Root, TimeSpan.FromDays(30)).Files);
        foreach (string file in Directory.EnumerateFiles(Store.Root, "*", SearchOption.AllDirectories))
        {
            Age(file);
        }

        Assert.Equal(4, CachePruning.Prune(Store.Root, TimeSpan.FromDays(30)).Files); // manifest, fingerprint, code leaf, object
        Assert.Null(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void Pruning_leaves_the_last_hour_alone_whatever_age_is_asked_for()
    {
        Manifest put = Put("content");
        string state = Path.Combine(Store.CheckpointsOf(put.Fingerprint), "state");
        Directory.CreateDirectory(Path.GetDirectoryName(state)!);
        File.WriteAllText(state, "an epoch");
        string unnamed = Path.Combine(Store.Root, "objects", "00", new string('0', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(unnamed)!);
        File.WriteAllText(unnamed, "its manifest is not there yet");
        Assert.Equal(0, CachePruning.Prune(Store.Root, TimeSpan.Zero).Files);
        Age(state, minutes: 59);
        Age(unnamed, minutes: 59);
        Assert.Equal(0, CachePruning.Prune(Store.Root, TimeSpan.Zero).Files);
        Age(state, minutes: 61);
        Age(unnamed, minutes: 61);
        Assert.Equal(2, CachePruning.Prune(Store.Root, TimeSpan.Zero).Files);
        Assert.NotNull(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void Pruning_takes_nothing_that_a_run_has_just_begun_to_read()
    {
        Manifest put = Put("content");
        foreach (string file in Directory.EnumerateFiles(Store.Root, "*", SearchOption.AllDirectories))
        {
            Age(file);
        }

        Store.Use(put);
        CachePruning.Prune(Store.Root, TimeSpan.Zero);
        Assert.NotNull(Store.Find(put.Fingerprint));
    }

    [Fact]
    public void Pruning_keeps_a_compressed_object_that_a_run_names_and_counts_what_it_takes_on_disk()
    {
        Manifest put = Put(Long);
        long packed = new FileInfo(ObjectOf(put)).Length;
        Assert.Equal(("objects", 1, packed), CachePruning.Status(Store.Root)[0]);
        Age(ObjectOf(put));
        Assert.Equal(0, CachePruning.Prune(Store.Root, TimeSpan.FromDays(30)).Files);
        Assert.NotNull(Store.Find(put.Fingerprint));
        Assert.NotNull(Store.Leaves(put.Fingerprint));
        File.Delete(Path.Combine(Store.Root, "runs", put.Fingerprint[..2], put.Fingerprint));
        Assert.Equal((1, packed), CachePruning.Prune(Store.Root, TimeSpan.FromDays(30)));
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

    [Fact]
    public void Damage_is_remembered_of_the_result_and_of_its_files()
    {
        Manifest put = Put("content");
        Assert.False(Store.IsDamaged(put.Fingerprint));
        Assert.False(Store.WasDamaged(put));
        Overwrite(ObjectOf(put), [1]);
        Assert.True(Store.IsDamaged(put.Fingerprint));
        Assert.Null(Store.Find(put.Fingerprint));
        Put("content");
        Assert.False(Store.IsDamaged(put.Fingerprint));
        Assert.True(Store.WasDamaged(put));
    }

    [Fact]
    public void A_damaged_manifest_is_remembered_too()
    {
        Manifest put = Put("content");
        File.WriteAllText(Path.Combine(Store.Root, "runs", put.Fingerprint[..2], put.Fingerprint), "edited");
        Assert.Null(Store.Find(put.Fingerprint));
        Assert.StartsWith(
            put.Fingerprint,
            Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Store.Root, "damaged")))),
            StringComparison.Ordinal
        );
        Assert.True(Store.IsDamaged(put.Fingerprint));
        Put("content");
        Assert.True(Store.WasDamaged(put));
    }

    [Fact]
    public void What_is_not_there_is_not_copied_and_what_is_goes_into_folders_that_are_made()
    {
        Manifest put = Put("content");
        string place = Path.Combine(_folder, "new", "folders", "copy");
        Assert.False(Store.Copy(put.Outputs[0] with { Digest = new string('0', 64) }, place));
        Assert.Null(Store.Locate(put.Outputs[0] with { Digest = new string('0', 64) }));
        Assert.False(File.Exists(place));
        Assert.True(Store.Copy(put.Outputs[0], place));
        Assert.Null(Store.Peek(new string('0', 64)));
        Assert.Equal(put.Outputs, Store.Peek(put.Fingerprint)!.Outputs);
    }

    [Fact]
    public void Objects_may_only_be_read_and_locks_and_checkpoints_lie_in_folders_of_their_own()
    {
        Manifest put = Put("content");
        Assert.True(File.GetAttributes(ObjectOf(put)).HasFlag(FileAttributes.ReadOnly));
        Assert.Equal(Path.Combine(Store.Root, "locks", "f.lock"), Store.LockOf("f"));
        Assert.Equal(Path.Combine(Store.Root, "checkpoints", "f"), Store.CheckpointsOf("f"));
        using Staging staging = Store.Stage();
        Assert.Equal(Path.Combine(Store.Root, "staging"), Path.GetDirectoryName(staging.Path));
    }

    // Pruning takes old objects that no manifest names; the manifest comes after.
    [Fact]
    public void What_a_shared_store_gives_is_young_may_only_be_read_and_stays_when_the_shared_store_goes()
    {
        string shared = Path.Combine(_folder, "shared");
        Manifest put = Put("content", new ResultStore(Path.Combine(_folder, "theirs"), shared, null, _hashes, _ => { }));
        foreach (string file in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories))
        {
            Age(file);
        }

        var ours = new ResultStore(Path.Combine(_folder, "ours"), shared, null, _hashes, _ => { });
        Assert.NotNull(ours.Find(put.Fingerprint));
        var copied = new FileInfo(ours.Locate(put.Outputs[0])!.Path);
        Assert.True(copied.LastWriteTimeUtc > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5));
        Assert.True(copied.IsReadOnly);
        Directory.Move(shared, shared + "-gone");
        Assert.NotNull(ours.Find(put.Fingerprint));
        Assert.NotNull(ours.Leaves(put.Fingerprint));
    }

    [Fact]
    public void Files_of_a_folder_are_listed_by_name_with_size_and_digest()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "listed")).FullName;
        File.WriteAllText(Path.Combine(folder, "b"), "");
        File.WriteAllText(Path.Combine(folder, "a"), "abc");
        Assert.Equal(
            [
                new Output("a", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), // FIPS 180-2, B.1
                new Output("b", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ],
            Output.In(folder)
        );
        var plain = StoredFile.Plain(Path.Combine(folder, "a"));
        Assert.Equal((3, false), (plain.Size, plain.IsCompressed));
        Assert.Equal("abc"u8.ToArray(), plain.ReadAllBytes());
    }

    [Fact]
    public void An_empty_file_is_stored_and_found()
    {
        Manifest put = Put("");
        Assert.NotNull(Store.Find(put.Fingerprint));
        Assert.Empty(Store.Locate(put.Outputs[0])!.ReadAllBytes());
    }

    private static Fingerprint Fingerprint { get; } =
        new([.. Fingerprint.LeafNames.Select(name => new Leaf(name, new Dictionary<string, string> { ["part"] = "1" }))]);

    private string ObjectOf(Manifest put) => Store.Locate(put.Outputs[0])!.Path;

    private static void Age(string file, int minutes = 40 * 24 * 60)
    {
        File.SetAttributes(file, FileAttributes.Normal);
        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutes));
    }

    private static void Overwrite(string path, byte[] bytes)
    {
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllBytes(path, bytes);
    }

    private byte[] Damage(byte[] bytes, string how)
    {
        switch (how)
        {
            case "cut":
                return bytes[..(bytes.Length / 2)];
            case "empty":
                return [];
            case "edited":
                byte[] edited = [.. bytes];
                edited[bytes.Length / 2] ^= 1;
                return edited;
            case "not compressed":
                return System.Text.Encoding.UTF8.GetBytes(Long);
            default: // as long, as well compressed, and not what the digest says
                string other = Path.Combine(_folder, "other");
                File.WriteAllText(other, 'x' + Long[1..]);
                FrameWriter.TryCompress(other, other + ".zst");
                return File.ReadAllBytes(other + ".zst");
        }
    }

    private Manifest Put(string content) => Put(content, Store);

    private Manifest Put(string content, ResultStore store)
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
        store.Put(manifest, Fingerprint, folder);
        return manifest;
    }
}
