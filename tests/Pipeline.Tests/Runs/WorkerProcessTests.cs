using System.Diagnostics;
using System.Globalization;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Runs;

public sealed class WorkerProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("{\"Error\":")]
    public async Task A_worker_that_dies_with_half_a_report_has_died_without_one(string half)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the dying worker is a shell's");
        string report = Path.Combine(_folder, "report.json");
        using var workers = new WorkerProcess([
            "sh",
            "-c",
            $"read job; echo started 0; printf '%s' '{half}' > '{report}'; echo ended 0; kill -9 $$",
        ]);
        var heard = new Ear();
        string? died = await workers.RunAsync(Spec(report), new ThreadBudget(1), heard, TestContext.Current.CancellationToken);
        Assert.Contains("without a report", died, StringComparison.Ordinal);
        Assert.Equal(["started 0"], heard.Calls);
    }

    [Fact]
    public async Task A_worker_takes_one_job_after_the_other_and_ends_when_the_pool_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        using (WorkerProcess workers = Shell("while read job; do report 0; done"))
        {
            Assert.Null(await RunAsync(workers, new Ear()));
            var second = new Ear();
            Assert.Null(await RunAsync(workers, second));
            Assert.Equal(["started 0", "ended 0"], second.Calls);
        }

        string worker = Assert.Single(Workers());
        Assert.True(HasEnded(int.Parse(worker, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_worker_that_dies_before_it_begins_its_next_job_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        using WorkerProcess workers = Shell("read job; report 0; read job"); // dies of its second job
        Assert.Null(await RunAsync(workers, new Ear()));
        Assert.Null(await RunAsync(workers, new Ear()));
        Assert.Equal(2, Workers().Length);
    }

    [Fact]
    public async Task A_worker_that_grew_large_is_not_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        using WorkerProcess workers = Shell("while read job; do report 2000000000; done");
        Assert.Null(await RunAsync(workers, new Ear()));
        Assert.Null(await RunAsync(workers, new Ear()));
        Assert.Equal(2, Workers().Length);
    }

    [Fact]
    public async Task A_change_of_the_threads_reaches_the_worker_while_it_works()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        using WorkerProcess workers = Shell(
            "read job; echo started 0; read line; echo \"progress 0 0.${line#threads }\"; report 0"
        );
        var budget = new ThreadBudget(1);
        var heard = new Ear { OnStart = () => budget.Set(5) };
        Assert.Null(await RunAsync(workers, heard, budget));
        Assert.Equal(["started 0", "progress 0: 0.5", "started 0", "ended 0"], heard.Calls);
    }

    [Fact]
    public async Task A_stopped_job_ends_its_worker()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        using WorkerProcess workers = Shell("read job; echo started 0; read line");
        using var stop = new CancellationTokenSource();
        var heard = new Ear { OnStart = stop.Cancel };
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(workers, heard, cancellation: stop.Token));
        Assert.True(HasEnded(int.Parse(Assert.Single(Workers()), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_report_that_a_worker_could_only_tell_arrives()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the worker is a shell's");
        string word = new WorkerReport("the disk is full", false, 1, 7).ToWord();
        using WorkerProcess workers = Shell($"read job; echo started 0; echo told 0 {word}; echo done");
        var heard = new Ear();
        Assert.Null(await RunAsync(workers, heard));
        Assert.Equal(["started 0", "ended 0"], heard.Calls);
        Assert.Equal("the disk is full", heard.Report!.Error);
    }

    [Fact]
    public void A_saved_report_is_found_as_it_was_and_none_where_there_is_none()
    {
        string path = Path.Combine(_folder, "report.json");
        Assert.Null(WorkerReport.Find(path));
        var report = new WorkerReport("went wrong", true, 1.5, 7);
        report.Save(path);
        Assert.Equal(report, WorkerReport.Find(path));
        Assert.Equal(["report.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    // A shell that notes its id, and can say of a job's one item that it is done.
    private WorkerProcess Shell(string script) =>
        new([
            "sh",
            "-c",
            $"echo $$ >> '{_folder}/workers'; report() {{ echo started 0; "
                + $"printf '{{\"Error\":null,\"Unavailable\":false,\"Seconds\":1,\"PeakBytes\":%s}}' $1 > '{_folder}/report.json'; "
                + $"echo ended 0; echo done; }}; {script}",
        ]);

    private string[] Workers() => File.ReadAllLines(Path.Combine(_folder, "workers"));

    private static bool HasEnded(int id)
    {
        try
        {
            using var worker = Process.GetProcessById(id);
            return worker.WaitForExit(TimeSpan.FromSeconds(30));
        }
        catch (ArgumentException)
        {
            return true; // long since
        }
    }

    private Task<string?> RunAsync(
        WorkerProcess workers,
        IJobObserver observer,
        ThreadBudget? budget = null,
        CancellationToken? cancellation = null
    ) =>
        workers.RunAsync(
            Spec(Path.Combine(_folder, "report.json")),
            budget ?? new ThreadBudget(1),
            observer,
            cancellation ?? TestContext.Current.CancellationToken
        );

    private JobSpec Spec(string report) =>
        new()
        {
            Catalogue = "none",
            Profile = "quick",
            Root = _folder,
            Cache = _folder,
            Assemblies = new Dictionary<string, string>(),
            Threads = 1,
            CheckpointSeconds = 10,
            Items =
            [
                new JobItem
                {
                    Target = "none",
                    Fingerprint = "none",
                    Settings = "none",
                    Folder = _folder,
                    Checkpoints = _folder,
                    Report = report,
                    Upstream = new Dictionary<string, IReadOnlyDictionary<string, StoredFile>>(),
                    Datasets = new Dictionary<string, VerifiedFolder>(),
                },
            ],
        };

    private sealed class Ear : IJobObserver
    {
        public List<string> Calls { get; } = [];

        public Action OnStart { get; init; } = () => { };

        public void Started(int item)
        {
            Calls.Add($"started {item}");
            OnStart();
        }

        public void Progress(int item, double share) =>
            Calls.Add(string.Create(CultureInfo.InvariantCulture, $"progress {item}: {share}"));

        public WorkerReport? Report { get; private set; }

        public void Ended(int item, WorkerReport report)
        {
            Report = report;
            Calls.Add($"ended {item}");
        }
    }
}
