using Research.Numerics;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

/// <summary>Receipts in a folder: machines confirm and contradict, none writes over another.</summary>
public sealed class ReceiptsTests : IDisposable
{
    private static readonly string Digest = new('a', 64);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly SigningKey _one = SigningKey.New();
    private readonly SigningKey _other = SigningKey.New();

    private FolderRemote Remote => new(_folder);

    private Receipts Receipts =>
        new(Remote, new TrustedKeys([new TrustedKey("one", _one.Public), new TrustedKey("other", _other.Public)]));

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_machines_receipt_is_found_by_the_name_of_its_key()
    {
        Assert.True(Receipts.Put(Of('b'), _one));
        Assert.True(Receipts.Put(Of('b') with { Architecture = "Arm64" }, _other));
        Assert.Equal(
            [("one", "X64"), ("other", "Arm64")],
            Receipts.Of(Digest).Select(own => (own.Key.Name, own.Receipt.Architecture))
        );
        Assert.Equal(Of('b').Outputs, Receipts.Of(Digest)[0].Receipt.Outputs);
    }

    [Fact]
    public void The_same_receipt_twice_is_one()
    {
        Assert.True(Receipts.Put(Of('b'), _one));
        Assert.False(Receipts.Put(Of('b'), _one));
    }

    [Fact]
    public void A_receipt_with_other_bits_overwrites_nothing()
    {
        Receipts.Put(Of('b'), _one);
        var error = Assert.Throws<ContradictionException>(() => Receipts.Put(Of('c'), _one));
        Assert.Contains("other bits (a.csv)", error.Message, StringComparison.Ordinal);
        Assert.Equal(new string('b', 64), Assert.Single(Receipts.Of(Digest)).Receipt.Outputs[0].Digest);
    }

    [Fact]
    public void A_receipt_that_was_edited_or_moved_to_another_name_does_not_count()
    {
        Receipts.Put(Of('b'), _one);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "ac")));
        string text = File.ReadAllText(file);
        File.WriteAllText(file, text.Replace("X64", "X65", StringComparison.Ordinal));
        Assert.Empty(Receipts.Of(Digest));
        File.WriteAllText(file, text);
        Assert.Single(Receipts.Of(Digest));

        string otherDigest = new('d', 64);
        Receipts.Put(Of('b') with { Fingerprint = otherDigest }, _one);
        string moved = Directory.GetFiles(Path.Combine(_folder, "ac")).Single(own => own != file);
        File.Copy(moved, file, overwrite: true);
        Assert.Empty(Receipts.Of(Digest));
    }

    private static Receipt Of(char digest) =>
        new()
        {
            Target = "Tests.Counting",
            Fingerprint = Digest,
            Outputs = [new Output("a.csv", 3, new string(digest, 64))],
            OperatingSystem = "Linux",
            Architecture = "X64",
            Engine = "research",
            Device = "cpu",
            Date = "2026-11-29",
        };
}
