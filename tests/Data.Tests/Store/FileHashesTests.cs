using System.Security.Cryptography;
using Research.Data.Store;

namespace Research.Data.Tests.Store;

public sealed class FileHashesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Memory => _folder.File("hashes.tsv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_stays_is_read_once_even_by_another_process()
    {
        string file = Settled("abc");
        FileHashes first = new(Memory, paranoid: false);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("abc"u8)), first.Of(file));
        first.Save();
        FileHashes second = new(Memory, paranoid: false);
        Assert.Equal(first.Of(file), second.Of(file));
        Assert.Equal(OperatingSystem.IsLinux() ? 0 : 1, second.Read);
    }

    [Fact]
    public void An_edit_of_the_same_size_that_puts_the_time_back_is_seen()
    {
        string file = Settled("abc");
        FileHashes hashes = new(Memory, paranoid: false);
        string before = hashes.Of(file);
        DateTime time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, "abd");
        File.SetLastWriteTimeUtc(file, time);
        Assert.NotEqual(before, hashes.Of(file));
    }

    [Fact]
    public void Another_file_of_the_same_size_in_its_place_is_seen()
    {
        string file = Settled("abc");
        FileHashes hashes = new(Memory, paranoid: false);
        string before = hashes.Of(file);
        string other = _folder.File("other");
        File.WriteAllText(other, "xyz");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(file));
        File.Move(other, file, overwrite: true);
        Assert.NotEqual(before, hashes.Of(file));
    }

    [Fact]
    public void A_file_that_has_only_just_changed_is_not_remembered()
    {
        string file = _folder.File("young");
        File.WriteAllText(file, "abc");
        FileHashes hashes = new(Memory, paranoid: false);
        hashes.Of(file);
        hashes.Of(file);
        Assert.Equal(2, hashes.Read);
    }

    [Fact]
    public void Paranoia_reads_every_time()
    {
        string file = Settled("abc");
        FileHashes hashes = new(Memory, paranoid: true);
        hashes.Of(file);
        hashes.Of(file);
        Assert.Equal(2, hashes.Read);
    }

    [Fact]
    public void A_memory_that_is_no_memory_is_ignored()
    {
        File.WriteAllText(Memory, "nonsense\n1\t2\t3\n");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("abc"u8)), new FileHashes(Memory, false).Of(Settled("abc")));
    }

    [Fact]
    public void What_a_function_gives_of_a_file_is_remembered_and_what_it_throws_is_not()
    {
        string file = Settled("abc");
        FileHashes hashes = new(Memory, paranoid: false);
        Assert.Throws<IOException>(() => hashes.Of(file, path => throw new IOException(path)));
        string digest = new('a', 64);
        Assert.Equal(digest, hashes.Of(file, _ => digest));
        Assert.Equal(1, hashes.Read);
        hashes.Save();
        FileHashes second = new(Memory, paranoid: false);
        Assert.Equal(OperatingSystem.IsLinux() ? digest : "", second.Of(file, _ => ""));
    }

    // Longer ago than the tick within which two changes leave one stamp.
    private string Settled(string content)
    {
        string file = _folder.File("file");
        File.WriteAllText(file, content);
        Thread.Sleep(150);
        return file;
    }
}
