using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

/// <summary>What becomes of a batch in which something goes wrong.</summary>
public sealed class BatchTests : IDisposable
{
    private const int Count = 8;

    private readonly TemporaryProject _project = new();

    public BatchTests() => Run(Grid.Of(Count)); // durations are known from here on, so that all go in one batch

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Short_trials_are_made_in_one_job()
    {
        (RecordingExecutor executor, IReadOnlyList<StepResult> results) = Run(Grid.Of(Count, salt: 1));
        Assert.Equal(Trials(1, Count), executor.Jobs[0]);
        Assert.All(results, result => Assert.True(result.IsWell, result.Message));
    }

    [Fact]
    public void An_item_that_fails_stops_no_other()
    {
        Trial[] points = [.. Enumerable.Range(1, Count).Select(i => new Point(i) { Salt = 2, Fails = i == 3 })];
        (RecordingExecutor executor, IReadOnlyList<StepResult> results) = Run(Grid.Of(points));
        Assert.Equal(Trials(1, Count), executor.Jobs[0]);
        Assert.Single(executor.Jobs);
        Assert.Equal(["Tests.Grid/3"], Ended(results, StepEnd.Failed));
        Assert.Equal(Trials(1, Count).Except(["Tests.Grid/3"]), Ended(results, StepEnd.Made));
    }

    [Fact]
    public void A_worker_that_dies_fails_what_it_made_and_the_rest_is_made_one_by_one()
    {
        (RecordingExecutor executor, IReadOnlyList<StepResult> results) = Run(Grid.Of(Count, salt: 3), "Tests.Grid/3");
        Assert.Equal(["Tests.Grid/3"], Ended(results, StepEnd.Failed));
        Assert.Equal("its worker was killed", results.Single(result => result.End == StepEnd.Failed).Message);
        Assert.Equal(Trials(1, Count).Except(["Tests.Grid/3"]), Ended(results, StepEnd.Made));
        Assert.Equal(Trials(1, Count), executor.Jobs[0]);
        Assert.Equal(Trials(4, Count - 3), executor.Jobs.Skip(1).Select(job => Assert.Single(job)));
    }

    [Fact]
    public void After_a_worker_died_the_next_run_makes_only_what_it_did_not_finish()
    {
        Run(Grid.Of(Count, salt: 4), "Tests.Grid/3");
        (_, IReadOnlyList<StepResult> results) = Run(Grid.Of(Count, salt: 4));
        Assert.Equal(["Tests.Grid/3", "Tests.Grid", "report"], Ended(results, StepEnd.Made));
    }

    [Fact]
    public void A_batch_leaves_out_what_another_run_makes_and_comes_back_to_it()
    {
        using Project project = _project.Open(Grid.Of(Count, salt: 5));
        Plan plan = project.Plan("all");
        var executor = new RecordingExecutor(project.Graph);
        FileStream? other = Hold(project.Store.LockOf(plan["Tests.Grid/2"].Fingerprint!.Id));
        var release = new Releasing("Tests.Grid/5", () => other!.Dispose());
        IReadOnlyList<StepResult> results = TemporaryProject.Run(project, plan, 1, release, executor: executor);
        Assert.Equal(Trials(1, Count).Except(["Tests.Grid/2"]), executor.Jobs[0]);
        Assert.Contains("Tests.Grid/2", Ended(results, StepEnd.Made));
    }

    private static FileStream Hold(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    private static string[] Trials(int first, int count) => [.. Enumerable.Range(first, count).Select(i => $"Tests.Grid/{i}")];

    private static IEnumerable<string> Ended(IReadOnlyList<StepResult> results, StepEnd end) =>
        results.Where(result => result.End == end).Select(result => result.Target);

    private (RecordingExecutor Executor, IReadOnlyList<StepResult> Results) Run(Experiment experiment, string? diesAt = null)
    {
        using Project project = _project.Open(experiment);
        var executor = new RecordingExecutor(project.Graph) { DiesAt = diesAt };
        return (executor, TemporaryProject.Run(project, project.Plan("all"), 1, executor: executor));
    }

    /// <summary>Does something when a target ends.</summary>
    private sealed class Releasing(string target, Action act) : IRunObserver
    {
        public void Started(Step step) { }

        public void Progress(Step step, double share) { }

        public void Ended(StepResult result)
        {
            if (result.Target == target)
            {
                act();
            }
        }
    }
}
