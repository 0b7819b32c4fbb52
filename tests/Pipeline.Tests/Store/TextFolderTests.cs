using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class TextFolderTests : IDisposable
{
    private const string Text = "id,value\na,1\n";

    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    private TextFolder Folder => new(_root);

    private string[] Files =>
        Directory.Exists(Path.Combine(_root, TextFolder.Folder))
            ? Directory.GetFiles(Path.Combine(_root, TextFolder.Folder), "*", SearchOption.AllDirectories)
            : [];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_text_is_found_by_its_digest()
    {
        Folder.Keep(Digest, Bytes);
        Assert.Equal(Text, Folder.Find(Digest));
        Assert.Null(Folder.Find(new string('0', 64)));
        Assert.Null(Folder.Find("../" + Digest));
    }

    [Fact]
    public void A_text_that_is_not_of_that_digest_is_not_kept()
    {
        Folder.Keep(new string('0', 64), Bytes);
        Folder.Keep("no digest", Bytes);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_text_that_is_there_is_not_asked_for_again_and_is_young_again()
    {
        Folder.Keep(Digest, Bytes);
        string file = Assert.Single(Files);
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Folder.Keep(Digest, () => throw new InvalidOperationException("It was asked for."));
        Assert.True(File.GetLastWriteTimeUtc(file).Year > 2020);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_damaged_text_is_none(int left)
    {
        Folder.Keep(Digest, Bytes);
        string file = Assert.Single(Files);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..left]);
        Assert.Null(Folder.Find(Digest));
    }

    [Fact]
    public void A_text_under_another_ones_name_is_none()
    {
        Folder.Keep(Digest, Bytes);
        string file = Assert.Single(Files);
        string other = new('0', 64);
        string place = Path.Combine(_root, TextFolder.Folder, "00", other + ".zst");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(file, place);
        Assert.Null(Folder.Find(other));
    }

    private static byte[] Bytes() => Encoding.UTF8.GetBytes(Text);
}
