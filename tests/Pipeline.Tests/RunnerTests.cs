using Research.Data;
using Research.Data.Download;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Pipeline.Tests;

public sealed class RunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _http.Dispose();
    }

    [Fact]
    public async Task A_run_publishes_its_tables_a_page_and_a_record()
    {
        RunOutcome outcome = await RunAsync(Counting());
        string folder = Path.Combine(_folder, "artifacts", "quick", "Tests", "Counting");
        Assert.Equal(
            ["TABLES.md", "counts.csv", "run.json", "summary.csv"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("n\n3\n", await File.ReadAllTextAsync(Path.Combine(folder, "counts.csv")));
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "TABLES.md"));
        Assert.Contains("Profile: quick. Data: three 1 (3 clips, SYNTHETIC", page, StringComparison.Ordinal);
        Assert.Contains(
            "\"target\": \"Tests.Counting\"",
            await File.ReadAllTextAsync(Path.Combine(folder, "run.json")),
            StringComparison.Ordinal
        );
        Assert.Equal("Tests.Counting", outcome.Record.Target);
    }

    [Fact]
    public async Task A_second_run_replaces_the_first_and_leaves_nothing_behind()
    {
        await RunAsync(Counting());
        await RunAsync(Counting());
        Assert.Equal(
            ["Counting"],
            Directory.GetDirectories(Path.Combine(_folder, "artifacts", "quick", "Tests")).Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task Generated_data_get_no_verdict_even_where_a_claim_is_named()
    {
        RunOutcome outcome = await RunAsync(Counting());
        Assert.Equal("", outcome.Summary.Rows[0][^1]);
    }

    [Fact]
    public async Task A_failed_run_leaves_the_tables_of_the_last_good_one()
    {
        await RunAsync(Counting());
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(Counting() with { Fail = true }));
        Assert.True(File.Exists(Path.Combine(_folder, "artifacts", "quick", "Tests", "Counting", "counts.csv")));
    }

    [Fact]
    public async Task A_stopped_run_stops()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Counting(), cancel.Token));
    }

    [Fact]
    public async Task A_dataset_that_is_not_listed_cannot_be_opened() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(Counting() with { OpenOther = true }));

    [Fact]
    public async Task Pinned_data_that_cannot_be_had_are_unavailable() =>
        await Assert.ThrowsAsync<DataUnavailableException>(() =>
            RunAsync(Counting() with { Data = [new PinnedDataset("fsdd", _ => [])] })
        );

    [Fact]
    public async Task The_fingerprint_names_data_settings_code_and_packages()
    {
        Fingerprint one = (await RunAsync(Counting())).Record.Fingerprint;
        Fingerprint other = (await RunAsync(Counting() with { Seeds = [2] })).Record.Fingerprint;
        Assert.Equal("digest of three", one.Data["three"]);
        Assert.NotEqual(one.Settings, other.Settings);
        Assert.Equal(one.Code, other.Code);
        Assert.Contains("Research.Numerics", one.Code.Keys);
        Assert.Contains("CsvHelper", one.Packages.Keys);
    }

    private Task<RunOutcome> RunAsync(Experiment experiment, CancellationToken cancellation = default)
    {
        DatasetLock pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));
        DatasetLock withoutSources = new() { Datasets = [.. pins.Datasets.Select(entry => entry with { Sources = [] })] };
        var store = new DatasetStore(Path.Combine(_folder, "store"), null, new Downloader(_http, DownloadSettings.Standard));
        var runner = new Runner(new DatasetRoom(withoutSources, store), Path.Combine(_folder, "artifacts"));
        ClaimBook claims = ClaimBook.Parse(
            "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\nc-1,d,s,e,s,m,v,test,n,,3,count\n"
        );
        return runner.RunAsync(new Study("Tests", "Tests", claims, [], _ => []), experiment, Profile.Quick, null, cancellation);
    }

    private static Counting Counting() => new() { Data = [Three], Seeds = [1] };

    private static DatasetRef Three { get; } =
        new GeneratedDataset(
            "three",
            () =>
                new Dataset(
                    "three",
                    "1",
                    "digest of three",
                    Synthetic: true,
                    [.. Enumerable.Range(0, 3).Select(i => new Clip($"{i}", $"{i}", "s", null, new Waveform([0], 8000)))]
                )
        );
}

internal sealed record Counting : Experiment
{
    public bool Fail { get; init; }

    public bool OpenOther { get; init; }

    public override string Question => "How many clips are there?";

    public override Measurement Measure(Lab lab)
    {
        int count = lab.Open(
            OpenOther ? new GeneratedDataset("other", () => throw new InvalidOperationException()) : Data[0]
        ).Clips.Count;
        lab.Advance(1);
        var table = new ResultTable("counts", Column.Count("n"));
        table.Add(count);
        Figure figure = new()
        {
            Variant = "clips",
            Split = "all",
            Metric = "n",
            Runs = [count],
            Claim = "c-1",
        };
        return Fail ? throw new InvalidOperationException("asked to fail") : new([figure], [table]);
    }
}
