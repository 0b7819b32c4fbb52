using Research.Pipeline.Executors;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Executors;

/// <summary>Runs on a cluster's stand-in, with faults: tables equal the local run's, and nothing runs twice without need.</summary>
public sealed class CommandExecutorTests : IDisposable
{
    private static readonly Lazy<string> Local = new(LocalTable);

    private readonly TemporaryProject _project = new();

    public CommandExecutorTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell's");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Trials_and_features_made_elsewhere_give_the_local_tables_and_each_runs_once()
    {
        using var cluster = new ClusterStandIn();
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.All(Enumerable.Range(1, 5), i => Assert.Equal(["from 0"], cluster.RunsOf(i)));
        Assert.InRange(cluster.Submitted, 2, 6); // the features, and the trials
        Assert.Empty(Ledger.In(_project.Cache).All());
        Assert.Empty(cluster.Told);
    }

    [Fact]
    public void A_refused_submission_is_tried_again_and_counts_against_no_trial()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("refuse");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.Contains("the queue is full", Assert.Single(cluster.Told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_the_scheduler_loses_is_submitted_again()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("lose");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.Contains("the scheduler no longer knows it", Assert.Single(cluster.Told), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 5), i => Assert.Equal(["from 0"], cluster.RunsOf(i)));
    }

    [Fact]
    public void A_worker_that_is_killed_is_started_again_for_what_is_left_alone()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("die-3");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.Equal(2, cluster.RunsOf(3).Length);
        Assert.All([1, 2, 4, 5], i => Assert.Single(cluster.RunsOf(i)));
        Assert.Contains("killed", Assert.Single(cluster.Told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_of_a_machine_is_no_fault_of_the_trial()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("fill-2");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.Contains("the disk is full", Assert.Single(cluster.Told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_that_fails_by_its_own_fault_is_not_tried_again_and_its_log_is_shown()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("fail-4");
        IReadOnlyList<StepResult> results = Run(cluster);
        StepResult failed = results.Single(result => result.End == StepEnd.Failed);
        Assert.Equal("Tests.Errands/4", failed.Target);
        Assert.StartsWith("asked to fail\n", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Tests.Errands/4: begins on", failed.Message, StringComparison.Ordinal);
        Assert.Single(cluster.RunsOf(4));
        Assert.All([1, 2, 3, 5], i => Assert.Single(cluster.RunsOf(i)));
    }

    [Fact]
    public void Half_written_outputs_are_no_result_and_are_made_again()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("halve");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
    }

    [Fact]
    public void Records_and_outputs_that_a_file_system_shows_late_are_waited_for()
    {
        using var cluster = new ClusterStandIn { Seen = remote => new LateRemote(remote), Late = TimeSpan.FromMinutes(5) };
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.All(Enumerable.Range(1, 5), i => Assert.Equal(["from 0"], cluster.RunsOf(i)));
    }

    [Fact]
    public async Task A_scheduler_that_does_not_answer_for_a_while_ends_nothing()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("wait-1");
        using var stopped = new CancellationTokenSource();
        Task<IReadOnlyList<StepResult>> run = Task.Run(() => Run(cluster, stopped.Token), TestContext.Current.CancellationToken);
        Until(() => cluster.RunsOf(1).Length > 0);
        cluster.Order("mute");
        Until(() => Heard(cluster, "no answer"));
        cluster.Withdraw("mute");
        cluster.Withdraw("wait-1");
        AllWell(await run);
        Assert.Equal(["from 0"], cluster.RunsOf(1));
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_its_jobs_and_the_next_adopts_them()
    {
        using var cluster = new ClusterStandIn();
        cluster.Order("wait-1");
        using var stopped = new CancellationTokenSource();
        Task<IReadOnlyList<StepResult>> run = Task.Run(() => Run(cluster, stopped.Token), TestContext.Current.CancellationToken);
        Until(() => cluster.RunsOf(1).Length > 0);
        await stopped.CancelAsync();
        Assert.Contains(await run, result => result.End == StepEnd.Stopped);
        Assert.True(cluster.Asked > 0);
        Assert.True(Heard(cluster, "the same command takes what they give"));
        cluster.Withdraw("wait-1");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.All(Enumerable.Range(1, 5), i => Assert.Equal(["from 0"], cluster.RunsOf(i)));
    }

    [Fact]
    public async Task A_job_that_is_cancelled_saves_its_state_and_the_next_run_goes_on_from_it()
    {
        using var cluster = new ClusterStandIn { Cancels = true };
        cluster.Order("wait-1");
        using var stopped = new CancellationTokenSource();
        Task<IReadOnlyList<StepResult>> run = Task.Run(() => Run(cluster, stopped.Token), TestContext.Current.CancellationToken);
        Until(() => File.Exists(Path.Combine(cluster.Folder, "waits-1")));
        await stopped.CancelAsync();
        await run;
        Assert.True(Heard(cluster, "were cancelled"));
        LedgerJob[] left = [.. Ledger.In(_project.Cache).All()]; // those that had ended, but whose results this run did not take any more: the next one does
        Assert.DoesNotContain("Tests.Errands/1", left.SelectMany(job => job.Items).Select(item => item.Target));
        Until(() => cluster.HaveAllEnded); // the trials may stand in several jobs, and the one that waits need not be the last
        Assert.All(left, job => Assert.False(cluster.IsCancelled(job.TaskId), job.TaskId));
        cluster.Withdraw("wait-1");
        AllWell(Run(cluster));
        Assert.Equal(Local.Value, Table());
        Assert.Equal(["from 0", "from 5"], cluster.RunsOf(1));
    }

    private static bool Heard(ClusterStandIn cluster, string words)
    {
        lock (cluster.Told)
        {
            return cluster.Told.Any(line => line.Contains(words, StringComparison.Ordinal));
        }
    }

    private static void Until(Func<bool> there) =>
        Assert.True(SpinWait.SpinUntil(there, TimeSpan.FromMinutes(2)), "it took more than two minutes");

    private static void AllWell(IReadOnlyList<StepResult> results) =>
        Assert.All(results, result => Assert.True(result.IsWell, $"{result.Target}: {result.Message}"));

    private string Table() => File.ReadAllText(Path.Combine(_project.Artifacts, "quick", "Tests", "Errands", "values.csv"));

    private IReadOnlyList<StepResult> Run(ClusterStandIn cluster, CancellationToken cancellation = default)
    {
        using Project project = _project.Open(new WorkerCatalogue());
        using ClusterExecutor executor = cluster.Executor(project);
        return Run(project, executor.Elsewhere, cancellation);
    }

    private static IReadOnlyList<StepResult> Run(Project project, Elsewhere? elsewhere, CancellationToken cancellation = default)
    {
        var settings = new RunSettings
        {
            Jobs = 2,
            MemoryBytes = 1L << 40,
            CheckpointInterval = TimeSpan.Zero,
            Elsewhere = elsewhere,
        };
        Plan plan = project.Plan("Tests.Errands");
        return new Engine(project, new InProcess(project.Graph), settings, new Nobody())
            .RunAsync(plan, cancellation)
            .GetAwaiter()
            .GetResult();
    }

    private static string LocalTable()
    {
        using var here = new TemporaryProject();
        using Project project = here.Open(new WorkerCatalogue());
        AllWell(Run(project, null));
        return File.ReadAllText(Path.Combine(here.Artifacts, "quick", "Tests", "Errands", "values.csv"));
    }

    private sealed class Nobody : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result) { }
    }

    // Shows each entry and content only the third time that it is asked for.
    private sealed class LateRemote(IRemote inner) : IRemote
    {
        private readonly Dictionary<string, int> _asked = [];

        public string Name => inner.Name;

        public Task<byte[]?> EntryAsync(string name, int most, CancellationToken cancellation) =>
            IsShown(name) ? inner.EntryAsync(name, most, cancellation) : Task.FromResult<byte[]?>(null);

        public Task<bool> FetchAsync(string digest, long size, string file, CancellationToken cancellation) =>
            IsShown(digest) ? inner.FetchAsync(digest, size, file, cancellation) : Task.FromResult(false);

        public Task PutEntryAsync(string name, byte[] bytes, CancellationToken cancellation) =>
            inner.PutEntryAsync(name, bytes, cancellation);

        public Task PutAsync(string digest, StoredFile file, CancellationToken cancellation) =>
            inner.PutAsync(digest, file, cancellation);

        private bool IsShown(string name)
        {
            lock (_asked)
            {
                return (_asked[name] = _asked.GetValueOrDefault(name) + 1) > 2;
            }
        }
    }
}
