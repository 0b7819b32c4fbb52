using Research.Data.Store;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class CachePruningTests : IDisposable
{
    private static readonly string[] Kinds =
    [
        "objects",
        "runs",
        "fingerprints",
        "leaves",
        "constants",
        "texts",
        "closures",
        "checkpoints",
        "damaged",
        "staging",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_status_counts_files_and_bytes_of_each_kind()
    {
        Assert.Equal(Kinds.Select(kind => (kind, 0, 0L)), CachePruning.Status(_root));
        Write("objects", "a", 3, minutes: 0);
        Write("objects", "b", 4, minutes: 0);
        Write("staging", "c", 5, minutes: 0);
        IReadOnlyList<(string Kind, int Files, long Bytes)> status = CachePruning.Status(_root);
        Assert.Equal(Kinds, status.Select(row => row.Kind));
        Assert.Equal(("objects", 2, 7L), status[0]);
        Assert.Equal(("staging", 1, 5L), status[^1]);
    }

    [Theory]
    [InlineData("objects")]
    [InlineData("runs")]
    [InlineData("fingerprints")]
    [InlineData("leaves")]
    [InlineData("constants")]
    [InlineData("texts")]
    [InlineData("closures")]
    [InlineData("checkpoints")]
    [InlineData("damaged")]
    public void What_is_older_than_asked_for_goes_and_is_counted(string kind)
    {
        string old = Write(kind, "old", 7, minutes: 121);
        string young = Write(kind, "young", 9, minutes: 119);
        Assert.Equal((1, 7L), CachePruning.Prune(_root, TimeSpan.FromHours(2)));
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void What_may_only_be_read_goes_too()
    {
        string file = Write("objects", "old", 1, minutes: 121);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Assert.Equal((1, 1L), CachePruning.Prune(_root, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void A_record_that_cannot_be_read_names_nothing_and_stops_nothing()
    {
        Write("runs", "damaged", 10, minutes: 0);
        Write("fingerprints", "damaged", 10, minutes: 0);
        Write("closures", "damaged", 10, minutes: 0);
        Write("leaves", "old", 2, minutes: 121);
        Assert.Equal((1, 2L), CachePruning.Prune(_root, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void While_another_process_prunes_nothing_goes()
    {
        Write("runs", "old", 1, minutes: 121);
        using (FileStream? held = StoreLock.TryTake(Path.Combine(_root, "prune.lock")))
        {
            Assert.NotNull(held);
            Assert.Equal((0, 0L), CachePruning.Prune(_root, TimeSpan.FromHours(2)));
        }

        Assert.Equal((1, 1L), CachePruning.Prune(_root, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void What_killed_runs_left_half_made_is_swept()
    {
        string dead = Path.Combine(_root, "staging", "dead");
        Directory.CreateDirectory(dead);
        File.WriteAllText(dead + ".lock", "");
        CachePruning.Prune(_root, TimeSpan.FromHours(2));
        Assert.False(Directory.Exists(dead));
    }

    private string Write(string kind, string name, int bytes, int minutes)
    {
        string path = Path.Combine(_root, kind, "ab", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutes));
        return path;
    }
}
