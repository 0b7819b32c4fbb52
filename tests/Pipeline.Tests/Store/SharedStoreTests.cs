using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Tests.Store;

/// <summary>A folder that several people write to: what is honest is used, and what is not does nothing.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private const string Content = "content";

    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    private static readonly Fingerprint Asked = new([
        .. Fingerprint.LeafNames.Select(name => new Leaf(name, new Dictionary<string, string> { ["part"] = "1" })),
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly List<string> _warnings = [];

    public SharedStoreTests()
    {
        string made = Directory.CreateDirectory(Path.Combine(_folder, "made")).FullName;
        File.WriteAllText(Path.Combine(made, "a.txt"), Content);
        New("theirs").Put(Record(new Output("a.txt", Content.Length, Digest)), Asked, made);
    }

    private string Shared => Path.Combine(_folder, "shared");

    private string RecordPath => Path.Combine(Shared, "runs", Asked.Id[..2], Asked.Id);

    private string ObjectPath => Path.Combine(Shared, "objects", Digest[..2], Digest);

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            if (PlainFile.Exists(file))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void An_honest_result_is_used_without_a_word()
    {
        Manifest found = New("ours").Find(Asked.Id)!;
        Assert.Equal("a.txt", Assert.Single(found.Outputs).Path);
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("../../../evil.txt")]
    [InlineData("/tmp/evil.txt")]
    [InlineData("sub/evil.txt")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("C:evil.txt")]
    [InlineData("sub\\evil.txt")]
    [InlineData("evil\n.txt")]
    [InlineData("\u001b[2J.txt")]
    [InlineData("evil.txt\0")]
    public void A_record_that_names_anything_but_a_plain_file_is_no_result(string path) =>
        AssertNoResult(Record(new Output(path, Content.Length, Digest)).ToBytes());

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("short")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_record_whose_digest_is_none_is_no_result(string digest) =>
        AssertNoResult(Record(new Output("a.txt", Content.Length, digest)).ToBytes());

    [Fact]
    public void A_record_that_names_one_file_twice_is_no_result() =>
        AssertNoResult(
            Record(new Output("a.txt", Content.Length, Digest), new Output("a.txt", Content.Length, Digest)).ToBytes()
        );

    [Fact]
    public void A_record_of_another_fingerprint_is_no_result() =>
        AssertNoResult((Record() with { Fingerprint = new string('a', 64) }).ToBytes());

    [Theory]
    [InlineData("", 1)]
    [InlineData("a\u001b]0;title\u0007", 1)]
    [InlineData("Tests.Grid", -1)]
    public void A_record_of_impossible_values_is_no_result(string target, int threads) =>
        AssertNoResult((Record() with { Target = target, Threads = threads }).ToBytes());

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"target\":1}")]
    [InlineData("{\"target\":\"t\",\"fingerprint\":\"f\",\"outputs\":{}}")]
    [InlineData("{\"target\":\"t\",\"fingerprint\":null,\"outputs\":[1]}")]
    [InlineData("no JSON")]
    public void A_record_of_another_form_is_no_result_though_its_digest_is_right(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        AssertNoResult([.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)) + "\n"), .. body]);
    }

    [Fact]
    public void A_record_of_no_end_is_not_read()
    {
        using (FileStream file = File.Create(RecordPath))
        {
            file.SetLength(1L << 40); // no block of it lies on the disk
        }

        AssertNoResult();
        Assert.Contains($"{Shared} cannot be read: ", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_is_followed_neither_for_a_record_nor_for_an_object(bool record)
    {
        string path = record ? RecordPath : ObjectPath;
        string real = Path.Combine(_folder, "real");
        File.SetAttributes(path, FileAttributes.Normal);
        File.Move(path, real);
        File.CreateSymbolicLink(path, real);
        AssertNoResult();
        Assert.True(File.Exists(real));
    }

    [Fact]
    public void An_object_of_other_content_is_not_used()
    {
        File.SetAttributes(ObjectPath, FileAttributes.Normal);
        File.WriteAllText(ObjectPath, "CONTENT");
        AssertNoResult();
        Assert.Equal("CONTENT", File.ReadAllText(ObjectPath)); // not ours to move
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_stops_no_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a file in a folder's place is made as on Linux");
        Directory.Delete(Path.Combine(Shared, "runs"), recursive: true);
        File.WriteAllText(Path.Combine(Shared, "runs"), "a file, where a folder should be");
        string made = Directory.CreateDirectory(Path.Combine(_folder, "again")).FullName;
        File.WriteAllText(Path.Combine(made, "a.txt"), Content);
        ResultStore ours = New("ours");
        ours.Put(Record(new Output("a.txt", Content.Length, Digest)), Asked, made);
        Assert.NotNull(ours.Find(Asked.Id));
        Assert.Contains("cannot be written", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_whose_name_is_a_path_is_neither_read_nor_moved()
    {
        string path = Path.Combine(Shared, "fingerprints", Asked.Id[..2], Asked.Id + ".json.zst");
        string letter = Path.Combine(_folder, "letter7.json.zst");
        File.WriteAllText(letter, "mine");
        string name = $"../{string.Concat(Enumerable.Repeat("./", 27))}letter7"; // as long as a digest
        Assert.Equal(64, name.Length);
        string digest = Asked["code"].Digest;
        string packed = Encoding.UTF8.GetString(PackedText.Unpack(File.ReadAllBytes(path)));
        Assert.Contains(digest, packed, StringComparison.Ordinal);
        File.WriteAllBytes(path, PackedText.Pack(Encoding.UTF8.GetBytes(packed.Replace(digest, name, StringComparison.Ordinal))));
        Assert.Null(New("ours").Leaves(Asked.Id));
        Assert.True(File.Exists(letter));
    }

    private void AssertNoResult(byte[] record)
    {
        File.WriteAllBytes(RecordPath, record);
        AssertNoResult();
    }

    private void AssertNoResult()
    {
        string[] before = Everything();
        ResultStore ours = New("ours");
        Assert.Null(ours.Find(Asked.Id));
        Assert.Null(ours.Find(Asked.Id));
        Assert.Contains(_folder, Assert.Single(_warnings), StringComparison.Ordinal); // said once
        Assert.Equal(before, Everything());
    }

    private string[] Everything() =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private ResultStore New(string name) =>
        new(Path.Combine(_folder, name), Shared, null, new FileHashes(null, paranoid: false), _warnings.Add);

    private static Manifest Record(params Output[] outputs) =>
        new()
        {
            Target = "Tests.Grid",
            Fingerprint = Asked.Id,
            Outputs = outputs,
            Seconds = 1,
            PeakBytes = 2,
            Threads = 1,
        };
}
