using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Executors.Nodes;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Executors.Nodes;

/// <summary>A disk that tasks of a node share: nothing on it is believed, and what nobody uses goes.</summary>
public sealed class ScratchFolderTests : IDisposable
{
    private static readonly string[] Files = ["sub/a.wav", "b.txt"];

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly FileHashes _hashes = new(null, paranoid: true);

    private string Scratch => Path.Combine(_folder, "scratch");

    private JobExchange Exchange => JobExchange.Open(Path.Combine(_folder, "place"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("edited")]
    [InlineData("cut")]
    [InlineData("added")]
    [InlineData("gone")]
    public void A_dataset_that_is_damaged_there_is_brought_anew(string damage)
    {
        DatasetInput sent = Send();
        string brought;
        using (var first = ScratchFolder.At(Scratch))
        {
            brought = first.Dataset(Exchange, sent).Path;
        }

        string file = Path.Combine(brought, "b.txt");
        Action harm = damage switch
        {
            "edited" => () => File.WriteAllText(file, "LABELS"),
            "cut" => () => File.WriteAllText(file, "lab"),
            "added" => () => File.WriteAllText(Path.Combine(brought, "c.wav"), "more"),
            _ => () => File.Delete(file),
        };
        harm();
        using var second = ScratchFolder.At(Scratch);
        Assert.Equal(sent.Digest, ContentDigest.Of(second.Dataset(Exchange, sent).Path, Files, _hashes).Value);
        Assert.Equal("labels", File.ReadAllText(file));
        Assert.False(File.Exists(Path.Combine(brought, "c.wav")));
    }

    [Fact]
    public void A_dataset_that_is_whole_is_not_brought_again()
    {
        DatasetInput sent = Send();
        using (var first = ScratchFolder.At(Scratch))
        {
            first.Dataset(Exchange, sent);
        }

        Directory.Delete(Path.Combine(_folder, "place"), recursive: true);
        using var second = ScratchFolder.At(Scratch);
        Assert.Equal("sound", File.ReadAllText(Path.Combine(second.Dataset(Exchange, sent).Path, "sub", "a.wav")));
    }

    [Fact]
    public void What_no_task_has_used_for_days_is_deleted()
    {
        DatasetInput sent = Send();
        Output input = Put("input");
        string dataset;
        using (var first = ScratchFolder.At(Scratch))
        {
            dataset = first.Dataset(Exchange, sent).Path;
            first.Input(Exchange, input);
        }

        string old = Path.Combine(Scratch, "inputs", input.Digest);
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        ScratchFolder.At(Scratch).Dispose();
        Assert.False(File.Exists(old));
        Assert.True(Directory.Exists(dataset));
        Directory.SetLastWriteTimeUtc(dataset, DateTime.UnixEpoch);
        ScratchFolder.At(Scratch).Dispose();
        Assert.False(Directory.Exists(dataset));
    }

    [Fact]
    public void Without_a_shared_folder_a_task_leaves_nothing()
    {
        string own;
        using (var task = ScratchFolder.At(null))
        {
            own = task.Task;
            Assert.True(Directory.Exists(own));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(own)));
    }

    private DatasetInput Send()
    {
        string data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "sub"));
        File.WriteAllText(Path.Combine(data, "sub", "a.wav"), "sound");
        File.WriteAllText(Path.Combine(data, "b.txt"), "labels");
        string digest = ContentDigest.Of(data, Files, _hashes).Value;
        return ShippedDataset.Put(Exchange, new VerifiedFolder(data, "1", digest), _hashes);
    }

    private Output Put(string content)
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, content);
        return Exchange.Put("file", file);
    }
}
