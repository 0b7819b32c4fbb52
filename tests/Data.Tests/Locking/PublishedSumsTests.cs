using Research.Data.Locking;
using Research.Numerics;

namespace Research.Data.Tests.Locking;

public class PublishedSumsTests
{
    // FIPS 180-2's example, and the sum of nothing.
    private const string OfAbc = "a9993e364706816aba3e25717850c26c9cd0d89d";
    private const string OfNothing = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    private static readonly DatasetEntry Entry = LockSamples.Entry with
    {
        Files = ["b.zip", "a.zip"],
        Digest = $"sha1:{OfAbc},{OfNothing}",
        Sources = [SourceOf("b.zip") with { And = [SourceOf("a.zip")] }],
    };

    [Fact]
    public void Files_with_the_sums_in_their_order_differ_in_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("b.zip"), "abc");
        File.WriteAllText(folder.File("a.zip"), "");
        Assert.Null(PublishedSums.Difference(Entry, folder.Path));
    }

    [Fact]
    public void The_file_with_another_sum_is_named_with_both_sums()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("b.zip"), "abc");
        File.WriteAllText(folder.File("a.zip"), "abc");
        Assert.Equal(
            $"a.zip: expected SHA-1 {OfNothing}, as its authors published it; got {OfAbc}",
            PublishedSums.Difference(Entry, folder.Path)
        );
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("got no file", PublishedSums.Difference(Entry, folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_with_sums_is_read_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        new DatasetLock { Datasets = [Entry] }.Save(folder.File("lock"));
        Assert.Equal(Entry.Digest, DatasetLock.Load(folder.File("lock")).Find(Entry.Id).Digest);
    }

    [Theory]
    [InlineData("sha1:", "'' is no SHA-1 sum of 40 hexadecimal digits")]
    [InlineData("sha1:a9993e,da39a3", "'a9993e' is no SHA-1 sum")]
    [InlineData("sha1:" + OfAbc, "one SHA-1 sum for each of its files")]
    [InlineData("sha1:" + OfAbc + "," + OfAbc + "," + OfAbc, "one SHA-1 sum for each of its files")]
    public void Sums_that_are_none_or_too_few_are_refused(string digest, string sentence) =>
        Assert.Contains(sentence, FaultOf(Entry with { Digest = digest }), StringComparison.Ordinal);

    [Fact]
    public void Archives_with_sums_must_be_kept_as_they_are()
    {
        DatasetEntry unpacked = Entry with { Sources = [SourceOf("b.zip") with { Keep = null }] };
        Assert.Contains("are kept as they are", FaultOf(unpacked), StringComparison.Ordinal);
        DatasetEntry other = Entry with { Sources = [SourceOf("c.zip")] };
        Assert.Contains("are kept as they are", FaultOf(other), StringComparison.Ordinal);
    }

    private static string FaultOf(DatasetEntry entry)
    {
        using var folder = new TemporaryFolder();
        new DatasetLock { Datasets = [entry] }.Save(folder.File("lock"));
        return Assert.Throws<ResearchException>(() => DatasetLock.Load(folder.File("lock"))).Message;
    }

    private static DatasetSource SourceOf(string file) =>
        new()
        {
            Mirror = "small/" + file,
            Folder = "",
            Keep = file,
        };
}
