using System.Text;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Executors.Exchange;

/// <summary>What passes through a place that others may write to.</summary>
public sealed class JobExchangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_job_that_somebody_swapped_is_no_job()
    {
        JobExchange exchange = Open();
        string name = exchange.PutNamed("the job"u8.ToArray());
        Assert.Equal("the job", Encoding.UTF8.GetString(exchange.FindNamed(name)!));
        File.WriteAllText(Path.Combine(_folder, "place", "ac", name), "another job");
        Assert.Null(exchange.FindNamed(name));
    }

    [Fact]
    public void A_record_of_one_kind_is_none_of_another()
    {
        JobExchange exchange = Open();
        exchange.PutRecord(RecordKind.News, "one", [1]);
        Assert.Equal([1], exchange.FindRecord(RecordKind.News, "one"));
        Assert.Null(exchange.FindRecord(RecordKind.Completion, "one"));
    }

    [Fact]
    public void A_content_that_was_cut_or_edited_does_not_come()
    {
        JobExchange exchange = Open();
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "content");
        Output put = exchange.Put("file", file);
        Assert.True(exchange.Fetch(put, Path.Combine(_folder, "back")));
        File.WriteAllText(Path.Combine(_folder, "place", "cas", put.Digest), "CONTENT");
        Assert.False(exchange.Fetch(put, Path.Combine(_folder, "back")));
        File.WriteAllText(Path.Combine(_folder, "place", "cas", put.Digest), "cont");
        Assert.False(exchange.Fetch(put, Path.Combine(_folder, "back")));
    }

    [Fact]
    public void Half_a_completion_or_one_of_another_fingerprint_is_none()
    {
        byte[] whole = Completion("out.csv").ToBytes();
        Assert.NotNull(Pipeline.Executors.Exchange.Completion.Parse(whole, Digest('a')));
        Assert.Null(Pipeline.Executors.Exchange.Completion.Parse(whole[..^9], Digest('a')));
        Assert.Null(Pipeline.Executors.Exchange.Completion.Parse(whole, Digest('b')));
    }

    [Theory]
    [InlineData("../out.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void A_completion_whose_outputs_lie_elsewhere_is_none(string path) =>
        Assert.Null(Pipeline.Executors.Exchange.Completion.Parse(Completion(path).ToBytes(), Digest('a')));

    [Fact]
    public void A_dataset_comes_as_it_was_and_a_changed_one_is_not_sent()
    {
        JobExchange exchange = Open();
        string data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "sub"));
        File.WriteAllText(Path.Combine(data, "sub", "a.wav"), "sound");
        File.WriteAllText(Path.Combine(data, "b.txt"), "labels");
        var hashes = new FileHashes(null, paranoid: true);
        string digest = Data.Locking.ContentDigest.Of(data, ["sub/a.wav", "b.txt"], hashes).Value;
        var folder = new VerifiedFolder(data, "1", digest);
        DatasetInput sent = ShippedDataset.Put(exchange, folder, hashes);
        VerifiedFolder back = ShippedDataset.Fetch(exchange, sent, Path.Combine(_folder, "back"), hashes);
        Assert.Equal("sound", File.ReadAllText(Path.Combine(back.Path, "sub", "a.wav")));
        Assert.Equal(digest, Data.Locking.ContentDigest.Of(back.Path, ["sub/a.wav", "b.txt"], hashes).Value);
        File.WriteAllText(Path.Combine(data, "b.txt"), "edited");
        Assert.Throws<ResearchException>(() => ShippedDataset.Put(exchange, folder, new FileHashes(null, paranoid: true)));
    }

    [Fact]
    public void A_list_of_a_dataset_that_leads_out_of_it_is_refused()
    {
        JobExchange exchange = Open();
        string list = Path.Combine(_folder, "list");
        File.WriteAllText(list, $"../evil\t1\t{Digest('c')}\n");
        Output put = exchange.Put("list", list);
        Assert.Contains(
            "is no path within a dataset",
            Assert
                .Throws<ResearchException>(() =>
                    ShippedDataset.Fetch(
                        exchange,
                        new DatasetInput("1", "sha256:" + put.Digest, put.Size),
                        Path.Combine(_folder, "back"),
                        new FileHashes(null, paranoid: true)
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    private static string Digest(char digit) => new(digit, 64);

    private static Completion Completion(string path) =>
        new()
        {
            Fingerprint = Digest('a'),
            Report = new WorkerReport(null, false, 1, 1),
            Outputs = [new Output(path, 1, Digest('b'))],
            Log = new Output("log.txt", 1, Digest('b')),
            Host = "n1",
            Threads = 1,
        };

    private JobExchange Open() => JobExchange.Open(Path.Combine(_folder, "place"));
}
