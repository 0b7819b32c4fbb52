using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Tests;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>Results in a file that anybody may have made.</summary>
public sealed class ResultArchiveTests : IDisposable
{
    private static readonly Fingerprint Asked = new([
        .. Fingerprint.LeafNames.Select(name => new Leaf(name, new Dictionary<string, string> { ["part"] = "1" })),
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly List<string> _warnings = [];

    private string Archive => Path.Combine(_folder, "results.zip");

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_comes_is_whole_and_what_is_there_stays_as_it_is()
    {
        using ResultStore theirs = Made("theirs", "theirs");
        Assert.Equal(1, Write(theirs, null));
        using ResultStore fresh = New("fresh");
        Assert.Equal([Asked.Id], ResultArchive.Take(Archive, fresh, null, _warnings.Add).Came);
        Assert.Equal("theirs", TextOf(fresh));
        using ResultStore ours = Made("ours", "ours");
        Assert.Empty(ResultArchive.Take(Archive, ours, null, _warnings.Add).Came);
        Assert.Equal("ours", TextOf(ours));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Where_signatures_are_asked_for_an_archive_without_them_gives_nothing()
    {
        using var key = SigningKey.New();
        var trusted = new TrustedKeys([new TrustedKey("CI", key.Public)]);
        using ResultStore theirs = Made("theirs", "theirs");
        Write(theirs, null);
        using ResultStore fresh = New("fresh");
        Assert.Empty(ResultArchive.Take(Archive, fresh, trusted, _warnings.Add).Came);
        Assert.Contains("no key in trusted-keys.json signed", Assert.Single(_warnings), StringComparison.Ordinal);
        Write(theirs, key);
        Assert.Equal([Asked.Id], ResultArchive.Take(Archive, fresh, trusted, _warnings.Add).Came);
    }

    [Fact]
    public void A_content_that_inflates_without_end_is_cut_off()
    {
        const long Zeros = 64L << 20; // 64 MiB in about 64 KiB
        byte[] record = Record(new Output("a.txt", Zeros, Convert.ToHexStringLower(SHA256.HashData(new byte[Zeros])))).ToBytes();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Create))
        {
            using (Stream entry = zip.CreateEntry("ac/" + Asked.Id).Open())
            {
                entry.Write(new SignedText(RemoteStore.Kind, record, []).ToBytes());
            }

            using Stream content = zip.CreateEntry("cas/" + Manifest.Parse(record)!.Outputs[0].Digest).Open();
            content.Write(new byte[Zeros]);
        }

        using ResultStore fresh = New("fresh");
        Assert.Empty(ResultArchive.Take(Archive, fresh, null, _warnings.Add).Came);
        Assert.Contains("inflates to more than 100 times its size", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(fresh.Root, "staging"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_damaged_archive_gives_the_right_bytes_or_nothing()
    {
        using ResultStore theirs = Made("theirs", "theirs");
        Write(theirs, null);
        byte[] whole = File.ReadAllBytes(Archive);
        int made = 0;
        MutatedBytes
            .Of(whole)
            .Sample(
                bytes =>
                {
                    string name = $"store{made++}";
                    File.WriteAllBytes(Archive, bytes);
                    using ResultStore fresh = New(name);
                    try
                    {
                        ResultArchive.Take(Archive, fresh, null, _ => { });
                    }
                    catch (ResearchException error)
                    {
                        Assert.StartsWith(Archive, error.Message, StringComparison.Ordinal);
                    }

                    return fresh.Find(Asked.Id) is null || TextOf(fresh) == "theirs";
                },
                iter: 200,
                threads: 1
            );
    }

    private int Write(ResultStore store, SigningKey? key) =>
        ResultArchive.Write(Archive, [store.Find(Asked.Id)!], store.Locate, key);

    private ResultStore Made(string name, string text)
    {
        string made = Directory.CreateDirectory(Path.Combine(_folder, $"made-{name}")).FullName;
        File.WriteAllText(Path.Combine(made, "a.txt"), text);
        ResultStore store = New(name);
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        store.Put(Record(new Output("a.txt", text.Length, digest)), Asked, made);
        return store;
    }

    private static string TextOf(ResultStore store) =>
        Encoding.UTF8.GetString(store.Locate(store.Find(Asked.Id)!.Outputs[0])!.ReadAllBytes());

    private ResultStore New(string name) =>
        new(Path.Combine(_folder, name), null, null, new FileHashes(null, paranoid: false), _warnings.Add);

    private static Manifest Record(Output output) =>
        new()
        {
            Target = "Tests.Counting",
            Fingerprint = Asked.Id,
            Outputs = [output],
            Seconds = 1,
            PeakBytes = 1,
            Threads = 1,
        };
}
