using System.Reflection;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Closures;

public sealed class ClosureCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Leaf => Directory.GetFiles(Path.Combine(_folder, "leaves"), "*", SearchOption.AllDirectories).Single();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_closure_that_was_read_before_is_known_by_its_digest_and_reads_no_member_until_one_is_asked_for()
    {
        CodeClosure first = Read();
        byte[] leaf = File.ReadAllBytes(Leaf);
        File.Delete(Leaf);
        CodeClosure again = Read();
        Assert.Equal((first.Digest, string.Join(' ', first.Packages)), (again.Digest, string.Join(' ', again.Packages)));
        AtomicFile.Write(Path.Combine(_folder, "leaves", first.Digest![..2], first.Digest + ".json.zst"), leaf);
        Assert.Equal(first.Members, again.Members);
    }

    [Fact]
    public void Members_that_are_lost_or_damaged_are_read_from_the_code_again()
    {
        CodeClosure first = Read();
        File.WriteAllText(Leaf, "damaged");
        Assert.Equal(first.Members, Read().Members);
        Assert.Equal(first.Members, Read().Members); // set aside by now
    }

    [Fact]
    public void A_damaged_file_of_the_cache_is_written_anew()
    {
        CodeClosure first = Read();
        string file = Directory.GetFiles(Path.Combine(_folder, "closures"), "*", SearchOption.AllDirectories).Single();
        string whole = File.ReadAllText(file);
        File.WriteAllText(file, whole.Replace(first.Digest!, new string('0', 64), StringComparison.Ordinal));
        Assert.Equal(first.Digest, Read().Digest);
        Assert.Equal(whole, File.ReadAllText(file));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_gives_the_same_closure()
    {
        CodeClosure first = Read();
        Directory.Delete(Path.Combine(_folder, "closures"), recursive: true);
        Directory.Delete(Path.Combine(_folder, "leaves"), recursive: true);
        File.WriteAllText(Path.Combine(_folder, "closures"), "a file where a folder should be");
        File.WriteAllText(Path.Combine(_folder, "leaves"), "a file where a folder should be");
        CodeClosure again = Read();
        Assert.Equal(first.Digest, again.Digest);
        Assert.Equal(first.Members, again.Members);
    }

    private CodeClosure Read()
    {
        var hashes = new FileHashes(null, paranoid: false);
        var store = new ResultStore(_folder, null, null, hashes, _ => { });
        using var cache = new ClosureCache(
            Path.Combine(_folder, "closures"),
            new OwnCode(typeof(Samples).Assembly.Location),
            store.Members,
            hashes
        );
        MethodInfo root = typeof(Samples).GetMethods().First(method => method.DeclaringType == typeof(Samples));
        return cache.Of(new CodeRoots([root], []));
    }
}
