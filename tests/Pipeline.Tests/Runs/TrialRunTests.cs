using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Runs;

public sealed class TrialRunTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private string Tables => Path.Combine(_project.Artifacts, "quick", "Tests", "Grid");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_table_is_made_of_what_the_trials_gave()
    {
        var one = new Point(1) { IsTimed = true };
        Assert.All(
            _project.Run(Grid.Of(one, new Point(2), new Point(10) { AddsTo = [one, new Point(2)] })),
            result => Assert.Equal((result.Target, StepEnd.Made), (result.Target, result.End))
        );
        Assert.Equal(
            "trial,value,times\npoint 1,1.0,seconds\npoint 2,2.0,none\npoint 10,13.0,none\n",
            File.ReadAllText(Path.Combine(Tables, "points.csv"))
        );
    }

    [Fact]
    public void A_change_of_one_trial_makes_that_one_and_the_tables()
    {
        _project.Run(Grid.Of(3));
        Assert.Equal(
            ["Tests.Grid/2 make", "Tests.Grid make", "report make"],
            Changed(Grid.Of(new Point(1), new Point(2) { Salt = 1 }, new Point(3)))
        );
    }

    [Fact]
    public void A_change_of_a_trial_makes_those_that_use_it_too()
    {
        Grid Chain(int salt)
        {
            var one = new Point(1) { Salt = salt };
            return Grid.Of(one, new Point(2) { AddsTo = [one] }, new Point(3));
        }

        _project.Run(Chain(0));
        Assert.Equal(["Tests.Grid/1 make", "Tests.Grid/2 make", "Tests.Grid make", "report make"], Changed(Chain(1)));
    }

    [Fact]
    public void A_change_of_a_table_trains_nothing()
    {
        _project.Run(Grid.Of(3));
        Assert.Equal(["Tests.Grid make", "report make"], Changed(Grid.Of(3) with { Decimals = 2 }));
    }

    [Fact]
    public void A_trial_that_joins_is_the_only_one_that_runs()
    {
        _project.Run(Grid.Of(2));
        Assert.Equal(["Tests.Grid/3 make", "Tests.Grid make", "report make"], Changed(Grid.Of(3)));
    }

    [Fact]
    public void A_failed_trial_has_what_depends_on_it_skipped_with_the_reason_and_the_others_run()
    {
        var results = _project
            .Run(Grid.Of(new Point(1) { Fails = true }, new Point(2)), OtherGrid.Of(new Point(1)))
            .ToDictionary(result => result.Target);
        Assert.Equal(("asked to fail", StepEnd.Failed), (results["Tests.Grid/1"].Message, results["Tests.Grid/1"].End));
        Assert.Equal(
            ("skipped: Tests.Grid/1 failed (asked to fail)", StepEnd.Blocked),
            (results["Tests.Grid"].Message, results["Tests.Grid"].End)
        );
        Assert.Equal(StepEnd.Made, results["Tests.Grid/2"].End);
        Assert.Equal(StepEnd.Made, results["Tests.OtherGrid"].End);
    }

    [Fact]
    public void Tables_of_a_trial_that_is_none_of_the_experiment_s_fail_and_name_it()
    {
        StepResult failed = _project
            .Run(Grid.Of(1) with { Stranger = new Point(9) })
            .Single(result => result.End == StepEnd.Failed);
        Assert.StartsWith("The experiment Tests.Grid has no trial 'point 9'.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_record_names_every_trial_s_fingerprint_and_explains_one_of_each_code()
    {
        _project.Run(Grid.Of(12));
        RunRecord record = RunRecord.Load(Path.Combine(Tables, RunRecord.File));
        using Project project = _project.Open(Grid.Of(12));
        Plan plan = project.Plan("Tests.Grid");
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"Tests.Grid/{i}"), record.Trials.Keys);
        Assert.All(record.Trials, trial => Assert.Equal(plan[trial.Key].Fingerprint!.Id, trial.Value));
        Assert.Equal(["Tests.Grid", "Tests.Grid/1", "data:three"], record.Fingerprints.Keys.Order(StringComparer.Ordinal));
        Assert.Superset(record.Trials.Keys.ToHashSet(), record.Costs.Keys.ToHashSet());
    }

    private string[] Changed(Experiment experiment) =>
        [.. _project.States(experiment).Where(state => !state.EndsWith(" up to date", StringComparison.Ordinal))];
}
