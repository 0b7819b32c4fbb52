using System.Runtime.Versioning;
using Research.Pipeline.Executors;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Executors.Schedulers;

/// <summary>A real Slurm, started for the purpose where that is asked for.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SlurmTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly string _orders = Directory.CreateTempSubdirectory("research-orders-").FullName;
    private readonly List<string> _told = [];

    public void Dispose()
    {
        Directory.Delete(_orders, recursive: true);
        _project.Dispose();
    }

    [Fact]
    public async Task Two_hundred_trials_in_arrays_give_the_local_tables_whatever_becomes_of_tasks_workers_and_a_node()
    {
        Assert.SkipUnless(
            SlurmNode.IsAskedFor,
            $"{SlurmNode.Variable}=1 asks for a real Slurm (Debian's slurm-wlm and munge, as root); it is started and ended by the test"
        );
        using var slurm = new SlurmNode();
        Order(Errand.Runs);
        Order("wait-101");
        Order("die-150");
        Order("fill-160");
        Task<IReadOnlyList<StepResult>> run = Task.Run(Run, TestContext.Current.CancellationToken);
        SlurmNode.Until(() => File.Exists(Path.Combine(_orders, "ran-101")) || run.IsCompleted);
        string[] running = [];
        SlurmNode.Until(() => (running = Running()).Length > 0 || run.IsCompleted); // a busy controller may not answer at once
        SlurmNode.Ask("scancel", running);
        SlurmNode.Ask("scontrol", "update", "nodename=n2", "state=down", "reason=test");
        File.Delete(Path.Combine(_orders, "wait-101"));
        SlurmNode.Until(() => Directory.GetFiles(_orders, "ran-*").Length > 100 || run.IsCompleted);
        SlurmNode.Ask("scontrol", "update", "nodename=n2", "state=resume");
        IReadOnlyList<StepResult> results = await run;
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', _told));
        Assert.All(results, result => Assert.True(result.IsWell, $"{result.Target}: {result.Message}"));
        Assert.Equal(Local(), Table(_project));
        Assert.All(Enumerable.Range(102, 199).Except([150, 160]), i => Assert.InRange(RunsOf(i), 1, 2));
        Assert.InRange(Enumerable.Range(102, 199).Count(i => RunsOf(i) > 1), 0, 12); // those that were being made when their job ended
        Assert.Contains(_told, line => line.Contains("cancelled", StringComparison.Ordinal));
        Assert.Contains(_told, line => line.Contains("the disk is full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jobs_that_are_preempted_or_run_out_of_time_are_submitted_again_and_their_trials_are_not_blamed()
    {
        Assert.SkipUnless(SlurmNode.IsAskedFor, $"{SlurmNode.Variable}=1 asks for a real Slurm, as above");
        using var slurm = new SlurmNode();
        Order(Errand.Runs);
        int[] all = [.. Enumerable.Range(101, 200)];
        Array.ForEach(all, i => Order($"wait-{i}")); // each waits once, so that a job is at its next trial when it has been taken up again
        Task<IReadOnlyList<StepResult>> run = Task.Run(Run, TestContext.Current.CancellationToken);
        SlurmNode.Until(() => File.Exists(Path.Combine(_orders, "ran-101")) || run.IsCompleted);
        SlurmNode.Ask(
            "sbatch",
            "--partition=" + SlurmNode.Urgent,
            "--nodes=2",
            "--exclusive",
            "--output=/dev/null",
            "--wrap=sleep 5"
        );
        SlurmNode.Until(() => Heard("preempted") || run.IsCompleted);

        SlurmNode.Until(() => Running().Length > 0 || run.IsCompleted); // the next ones, as the urgent job has ended
        foreach (string job in Running())
        {
            SlurmNode.Ask("scontrol", "update", "jobid=" + job, "timelimit=1"); // minute: Slurm knows no less
        }

        SlurmNode.Until(() => Heard("out of time") || run.IsCompleted);
        Array.ForEach(all, i => File.Delete(Path.Combine(_orders, $"wait-{i}")));
        IReadOnlyList<StepResult> results = await run;
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', _told));
        Assert.All(results, result => Assert.True(result.IsWell, $"{result.Target}: {result.Message}"));
        Assert.True(Heard("preempted") && Heard("out of time"), string.Join('\n', _told));
        Assert.Equal(Local(), Table(_project));
    }

    private bool Heard(string words)
    {
        lock (_told)
        {
            return _told.Any(line => line.Contains(words, StringComparison.Ordinal));
        }
    }

    private static string[] Running() =>
        SlurmNode
            .Ask("squeue", "--noheader", "--array", "--states=running", "--partition=all", "--format=%i")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private int RunsOf(int i) => File.ReadAllLines(Path.Combine(_orders, $"ran-{i}")).Length;

    private void Order(string name) => File.WriteAllText(Path.Combine(_orders, name), "1");

    private static string Table(TemporaryProject project) =>
        File.ReadAllText(Path.Combine(project.Artifacts, "quick", "Tests", "Crowd", "values.csv"));

    private IReadOnlyList<StepResult> Run()
    {
        using Project project = _project.Open(new WorkerCatalogue());
        var settings = new ExecutorSettings
        {
            Executor = ExecutorSettings.Slurm,
            Place = Path.Combine(_orders, "place"),
            Lines = [$"export RESEARCH_SCRATCH={_orders}/scratch", $"cd {_orders}"],
            Program = ["dotnet", typeof(SlurmTests).Assembly.Location],
            Jobs = 8,
            MinutesPerJob = 1,
            LeastMinutes = 5,
            PollSeconds = 1,
            GatherSeconds = 0.5,
            LateSeconds = 3,
            ReportSeconds = 1,
        };
        using ClusterExecutor executor = ClusterExecutor.Of(settings, project, Tell, _ => false)!;
        return Run(project, executor.Elsewhere);
    }

    private void Tell(string line)
    {
        lock (_told)
        {
            _told.Add(line);
        }
    }

    private static IReadOnlyList<StepResult> Run(Project project, Elsewhere? elsewhere)
    {
        var settings = new RunSettings
        {
            Jobs = 2,
            MemoryBytes = 1L << 40,
            CheckpointInterval = TimeSpan.Zero,
            Elsewhere = elsewhere,
        };
        return new Engine(project, new InProcess(project.Graph), settings, new Nobody())
            .RunAsync(project.Plan("Tests.Crowd"), TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult();
    }

    private static string Local()
    {
        using var here = new TemporaryProject();
        using Project project = here.Open(new WorkerCatalogue());
        Run(project, null);
        return Table(here);
    }

    private sealed class Nobody : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result) { }
    }
}
