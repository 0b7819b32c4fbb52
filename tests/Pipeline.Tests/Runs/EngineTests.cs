using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Runs;

public sealed class EngineTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private string Tables => Path.Combine(_project.Artifacts, "quick", "Tests", "Counting");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_run_publishes_tables_a_page_and_a_record()
    {
        _project.Run(Counting.Standard);
        Assert.Equal(
            ["TABLES.md", "counts.csv", "data.json", "experiment.json", "run.json", "summary.csv"],
            Directory.GetFiles(Tables).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("what,n\nclips,3\nrows,6\n", File.ReadAllText(Path.Combine(Tables, "counts.csv")));
        Assert.Contains(
            "Profile: quick. Data: three 1 (3 clips, SYNTHETIC",
            File.ReadAllText(Path.Combine(Tables, "TABLES.md")),
            StringComparison.Ordinal
        );
        RunRecord record = RunRecord.Load(Path.Combine(Tables, "run.json"));
        Assert.Equal("Tests.Counting", record.Made.Target);
        Assert.Equal("1", record.Fingerprints["Tests.Counting"]["settings"].Parts["Scale"]);
        Assert.True(record.Costs["Tests.Counting"].Seconds >= 0 && record.Costs["Tests.Counting"].Threads >= 1);
        Assert.Contains(record.Costs.Keys, target => target.StartsWith("features:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_run_makes_nothing()
    {
        Assert.All(_project.Run(Counting.Standard), result => Assert.Equal(StepEnd.Made, result.End));
        Assert.All(_project.Run(Counting.Standard), result => Assert.Equal(StepEnd.UpToDate, result.End));
    }

    [Fact]
    public void Features_that_two_experiments_read_are_computed_once()
    {
        _project.Run(Counting.Standard with { Data = [Ones.Counted] }, CountingAgain.Standard with { Data = [Ones.Counted] });
        Assert.Equal(1, Ones.Computed);
    }

    [Fact]
    public void A_changed_setting_makes_that_experiment_anew_and_no_other()
    {
        _project.Run(Counting.Standard, CountingAgain.Standard);
        Assert.Equal(
            ["Tests.Counting make", "report make"],
            _project
                .States(Counting.Standard with { Scale = 2 }, CountingAgain.Standard)
                .Where(state => !state.EndsWith(" up to date", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Switching_back_restores_without_making()
    {
        _project.Run(Counting.Standard);
        _project.Run(Counting.Standard with { Scale = 2 });
        IReadOnlyList<StepResult> back = _project.Run(Counting.Standard);
        Assert.DoesNotContain(back, result => result.End == StepEnd.Made);
        Assert.Contains(back, result => result is { Target: "Tests.Counting", End: StepEnd.Restored });
        Assert.Equal("what,n\nclips,3\nrows,6\n", File.ReadAllText(Path.Combine(Tables, "counts.csv")));
    }

    [Fact]
    public void A_failed_experiment_stops_only_what_depends_on_it_and_leaves_its_last_good_tables()
    {
        _project.Run(Counting.Standard, CountingAgain.Standard);
        var results = _project
            .Run(Counting.Standard with { Fail = true }, CountingAgain.Standard)
            .ToDictionary(result => result.Target);
        Assert.Equal(("asked to fail", StepEnd.Failed), (results["Tests.Counting"].Message, results["Tests.Counting"].End));
        Assert.Equal(StepEnd.Made, results["report"].End); // of the other
        Assert.Equal(StepEnd.UpToDate, results["Tests.CountingAgain"].End);
        Assert.True(File.Exists(Path.Combine(Tables, "counts.csv")));
        Assert.Equal(ExitCodes.Failure, RunSummary.CodeOf([.. results.Values]));
        Assert.Contains("Tests.Counting: asked to fail", RunSummary.Of([.. results.Values]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_a_missing_and_an_additional_output_are_put_right_from_the_store()
    {
        string file = Path.Combine(Tables, "counts.csv");
        Action[] harms =
        [
            () => File.WriteAllText(file, "what,n\nclips,4\nrows,6\n"),
            () => File.Delete(file),
            () => File.WriteAllText(file + "x", ""),
            () => File.WriteAllText(Path.Combine(Tables, "run.json"), "[1,2"),
        ];
        foreach (Action harm in harms)
        {
            _project.Run(Counting.Standard);
            harm();
            IReadOnlyList<StepResult> results = _project.Run(Counting.Standard);
            Assert.DoesNotContain(results, result => result.End == StepEnd.Made);
            Assert.Equal("what,n\nclips,3\nrows,6\n", File.ReadAllText(file));
            Assert.Equal(6, Directory.GetFiles(Tables).Length);
        }
    }

    [Fact]
    public void A_stopped_run_says_so_and_begins_nothing()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        IReadOnlyList<StepResult> results = _project.Run(new TestCatalogue([Counting.Standard]), cancellation: cancel.Token);
        Assert.All(results, result => Assert.Equal(StepEnd.Stopped, result.End));
        Assert.Equal(ExitCodes.Stopped, RunSummary.CodeOf(results));
        Assert.False(Directory.Exists(Tables));
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("objects")]
    public void A_damaged_stored_result_says_so_in_plan_run_and_why(string kind)
    {
        _project.Run(Training.Standard);
        Damage(kind, "Tests.Training/1");
        using (Project project = _project.Open(Training.Standard))
        {
            Assert.Equal(Step.DamagedReason, project.Plan("Tests.Training/1")["Tests.Training/1"].Reason);
            Assert.Equal(Step.DamagedReason, project.Plan("Tests.Training/1")["Tests.Training/1"].Reason); // still, though it lies aside now
            Assert.Contains(Step.DamagedReason, Why(project), StringComparison.Ordinal);
            StepResult made = TemporaryProject
                .Run(project, project.Plan("Tests.Training/1"))
                .Single(result => result.Target == "Tests.Training/1");
            Assert.Equal((StepEnd.Made, Step.DamagedReason), (made.End, made.Message));
        }

        using Project after = _project.Open(Training.Standard);
        Assert.Equal("is up to date; its stored result was damaged and was made again", Why(after));
    }

    private static string Why(Project project)
    {
        Target trial = project.Graph["Tests.Training/1"];
        return Explanation.Of(project, project.PlanFor([trial]), trial)[0].Words;
    }

    // Its manifest, or its first file.
    private void Damage(string kind, string target)
    {
        using Project project = _project.Open(Training.Standard);
        string fingerprint = project.Plan(target)[target].Fingerprint!.Id;
        Output output = project.Store.Peek(fingerprint)!.Outputs[0];
        string path =
            kind == "runs"
                ? Path.Combine(project.Store.Root, "runs", fingerprint[..2], fingerprint)
                : project.Store.Locate(output)!.Path;
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllText(path, "damaged");
    }

    [Fact]
    public void A_run_whose_jobs_cannot_be_written_down_fails_with_one_sentence_a_target()
    {
        using Project project = _project.Open(Counting.Standard);
        IReadOnlyList<StepResult> results = TemporaryProject.Run(project, project.Plan("all"), executor: new FullDisk());
        Assert.All(
            results.Where(result => result.End == StepEnd.Failed),
            result => Assert.StartsWith("the disk is full: ", result.Message, StringComparison.Ordinal)
        );
        Assert.Contains(
            "or set RESEARCH_CACHE to a folder on another disk",
            RunSummary.CauseOf(results),
            StringComparison.Ordinal
        );
    }

    private sealed class FullDisk : IExecutor
    {
        public Task<string?> RunAsync(JobSpec job, ThreadBudget budget, IJobObserver observer, CancellationToken cancellation) =>
            throw new IOException($"No space left on device : '{job.Items[0].Report}.job'", 28);
    }

    [Fact]
    public void A_dataset_that_is_not_listed_cannot_be_opened()
    {
        StepResult failed = _project
            .Run(Counting.Standard with { OpenOther = true })
            .Single(result => result.End == StepEnd.Failed);
        Assert.Contains("'other' but does not list it", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_store_gives_others_results_without_making_them()
    {
        using var theirs = new TemporaryProject { Shared = _project.Folder };
        using var ours = new TemporaryProject { Shared = _project.Folder };
        theirs.Run(Counting.Standard);
        IReadOnlyList<StepResult> results = ours.Run(Counting.Standard);
        Assert.DoesNotContain(results, result => result.End == StepEnd.Made);
        Assert.True(File.Exists(Path.Combine(ours.Artifacts, "quick", "Tests", "Counting", "counts.csv")));
    }

    [Fact]
    public void A_stopped_training_goes_on_from_its_checkpoint_and_repeats_no_step()
    {
        int before = Loop.Executed;
        using var cancel = new CancellationTokenSource();
        using (Project project = _project.Open(Training.Standard))
        {
            var half = new Watcher
            {
                OnProgress = share =>
                {
                    if (share >= 0.5)
                    {
                        cancel.Cancel();
                    }
                },
            };
            Assert.Contains(
                TemporaryProject.Run(project, project.Plan("all"), 1, half, cancellation: cancel.Token),
                result => result is { HasCheckpoint: true, Message: "stopped; it goes on from its last checkpoint" }
            );
        }

        int first = Loop.Executed - before;
        Assert.InRange(first, Loop.Steps / 2, Loop.Steps - 1);
        _project.Run(Training.Standard);
        Assert.Equal(Loop.Steps, Loop.Executed - before);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(130, 2)]
    public void No_more_run_at_once_than_fit_into_the_memory(long megabytes, int most)
    {
        Experiment[] hungry =
        [
            Counting.Standard with
            {
                NeedsBytes = 60L << 20,
                PauseMilliseconds = 200,
            },
            CountingAgain.Standard with
            {
                NeedsBytes = 60L << 20,
                PauseMilliseconds = 200,
            },
        ];
        using Project project = _project.Open(hungry);
        TemporaryProject.Run(project, project.Plan("features:three:ones"));
        var watcher = new Watcher();
        TemporaryProject.Run(project, project.Plan("Tests.Counting", "Tests.CountingAgain"), 8, watcher, megabytes << 20);
        Assert.Equal(most, watcher.MostAtOnce);
    }

    /// <summary>Counts the experiments that run at once, and hears of progress.</summary>
    private sealed class Watcher : IRunObserver
    {
        private readonly Lock _gate = new();
        private int _running;

        public Action<double> OnProgress { get; init; } = _ => { };

        public int MostAtOnce { get; private set; }

        public void Started(Step step) => Count(step, 1);

        public void Progress(Step step, double share) => OnProgress(share);

        public void Ended(StepResult result) => Count(result.Step, -1);

        private void Count(Step step, int change)
        {
            lock (_gate)
            {
                _running += step.Target.Kind == TargetKind.Tables ? change : 0;
                MostAtOnce = Math.Max(MostAtOnce, _running);
            }
        }
    }

    [Fact]
    public void After_a_restore_alone_a_change_is_still_named()
    {
        using var theirs = new TemporaryProject { Shared = _project.Folder };
        using var ours = new TemporaryProject { Shared = _project.Folder };
        theirs.Run(Counting.Standard);
        ours.Run(Counting.Standard);
        using Project project = ours.Open(Counting.Standard with { Scale = 2 });
        Assert.Equal("settings: Scale", project.Plan("all")["Tests.Counting"].Reason);
    }

    [Fact]
    public void Generated_data_get_no_verdict_even_where_a_claim_is_named()
    {
        _project.Run(Counting.Standard);
        Assert.EndsWith(",1,,,\n", File.ReadAllText(Path.Combine(Tables, "summary.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_what_the_run_then_does()
    {
        _project.Run(Counting.Standard, CountingAgain.Standard);
        File.Delete(Path.Combine(Tables, "counts.csv"));
        using Project project = _project.Open(Counting.Standard, CountingAgain.Standard with { Seeds = [7] });
        Plan plan = project.Plan("all");
        IReadOnlyList<StepResult> results = TemporaryProject.Run(project, plan);
        StepEnd[] expected =
        [
            .. plan.Needed.Select(step =>
                step.State switch
                {
                    StepState.UpToDate => StepEnd.UpToDate,
                    StepState.Restore => StepEnd.Restored,
                    _ => StepEnd.Made,
                }
            ),
        ];
        Assert.Equal(3, expected.Distinct().Count());
        Assert.Equal(expected, results.Select(result => result.End));
    }
}
