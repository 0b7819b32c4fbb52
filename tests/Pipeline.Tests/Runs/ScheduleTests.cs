using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

/// <summary>Which steps go to a worker together.</summary>
public sealed class ScheduleTests : IDisposable
{
    private const string Long = "Tests.Grid/7";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_long_trial_goes_first_and_by_itself_and_many_short_ones_go_in_few_batches()
    {
        Know(40, target => target == Long ? 60 : 0.01);
        using Project project = _project.Open(Grid.Of(40, salt: 1));
        string[][] batches = Batches(Begin(project, jobs: 2));
        Assert.Equal([Long], batches[0]);
        Assert.Equal(40, batches.SelectMany(batch => batch).Distinct().Count());
        Assert.Equal(40, batches.Sum(batch => batch.Length));
        Assert.InRange(batches.Length, 3, 10);
        Assert.InRange(batches[1].Length, 15, 20); // no worker has more than its share
    }

    [Fact]
    public void A_batch_is_expected_to_take_five_seconds_at_most()
    {
        Know(10, _ => 2);
        using Project project = _project.Open(Grid.Of(10, salt: 1));
        Assert.All(Batches(Begin(project, jobs: 1)), batch => Assert.Equal(2, batch.Length));
    }

    [Fact]
    public void A_batch_has_128_trials_at_most_as_each_holds_files_open()
    {
        Know(300, _ => 0.001);
        using Project project = _project.Open(Grid.Of(300, salt: 1));
        Assert.Equal([128, 128, 44], Batches(Begin(project, jobs: 1)).Select(batch => batch.Length));
    }

    [Fact]
    public void A_trial_of_a_kind_that_nobody_has_timed_goes_by_itself_and_the_others_after_it_together()
    {
        using Project project = _project.Open(Grid.Of(10));
        TemporaryProject.Run(project, project.Plan("data:three"));
        Schedule schedule = Begin(project, jobs: 1);
        Batch first = schedule.Next([])!;
        Assert.Equal(["Tests.Grid/1"], Names(first));
        schedule.End(new StepResult(first.Steps[0], StepEnd.Made, "", 0.01));
        Assert.Equal(9, schedule.Next([])!.Steps.Count);
    }

    [Fact]
    public void What_is_tried_again_goes_by_itself()
    {
        Know(6, _ => 0.01);
        using Project project = _project.Open(Grid.Of(6, salt: 1));
        Schedule schedule = Begin(project, jobs: 1);
        Batch batch = schedule.Next([])!;
        Assert.Equal(6, batch.Steps.Count);
        schedule.TryAgain([.. batch.Steps.Skip(4)]);
        Assert.All(Batches(schedule), again => Assert.Single(again));
    }

    [Fact]
    public void What_does_not_fit_into_the_memory_waits_unless_nothing_runs()
    {
        using Project project = _project.Open(Grid.Of(2));
        TemporaryProject.Run(project, project.Plan("data:three"));
        Schedule schedule = Begin(project, jobs: 2, memory: 600L << 20); // a trial needs 512 MiB
        Batch first = schedule.Next([])!;
        Assert.Null(schedule.Next([first]));
        Assert.NotNull(schedule.Next([]));
    }

    // Makes the trials once with these durations, which the next plan of them expects again.
    private void Know(int trials, Func<string, double> seconds)
    {
        using Project project = _project.Open(Grid.Of(trials));
        var executor = new RecordingExecutor(project.Graph) { SecondsOf = seconds };
        TemporaryProject.Run(project, project.Plan("all"), executor: executor);
    }

    private static Schedule Begin(Project project, int jobs, long memory = 1L << 40)
    {
        var settings = new RunSettings
        {
            Jobs = jobs,
            MemoryBytes = memory,
            CheckpointInterval = TimeSpan.Zero,
        };
        var schedule = new Schedule(project.Plan("all"), project, settings);
        foreach (StepResult settled in schedule.Settle(stopped: false))
        {
            Assert.Equal(StepEnd.UpToDate, settled.End);
        }

        return schedule;
    }

    private static string[][] Batches(Schedule schedule)
    {
        var batches = new List<Batch>();
        while (schedule.Next(batches) is { } batch)
        {
            batches.Add(batch);
        }

        return [.. batches.Select(Names)];
    }

    private static string[] Names(Batch batch) => [.. batch.Steps.Select(step => step.Target.Name)];
}
