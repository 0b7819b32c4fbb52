using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Tests.Executors.Dispatching;

/// <summary>What becomes of a job for each way in which it can end.</summary>
public sealed class DispatchTests
{
    private const long Gibibyte = 1L << 30;

    private readonly VirtualClock _clock = new();
    private readonly Script _script = new();
    private readonly List<string> _told = [];
    private readonly Dispatch _dispatch;

    public DispatchTests() =>
        _dispatch = new Dispatch(
            _script,
            _script,
            DispatchSettings.Standard with
            {
                MostMemoryBytes = 3 * Gibibyte,
                MostSeconds = 10_000,
            },
            _clock,
            _told.Add
        );

    [Fact]
    public void Ready_jobs_wait_for_company_and_go_as_one_array()
    {
        _dispatch.Add(WorkOf("a"));
        _dispatch.Step();
        Assert.Empty(_script.Waves);
        _dispatch.Add(WorkOf("b"));
        Rounds(1);
        Assert.Equal(2, Assert.Single(_script.Waves).Jobs.Count);
    }

    [Fact]
    public void Jobs_that_ask_for_other_memory_go_as_another_array()
    {
        _dispatch.Add(WorkOf("a"));
        _dispatch.Add(new Work([new WorkItem("b", "b", 0)], Asked with { MemoryBytes = 2 * Gibibyte }));
        Rounds(2);
        Assert.Equal([Gibibyte, 2 * Gibibyte], _script.Waves.Select(wave => wave.Resources.MemoryBytes));
    }

    [Fact]
    public void A_refused_submission_waits_twice_as_long_each_time_and_no_trial_pays_for_it()
    {
        _script.Refusals = 4;
        _dispatch.Add(WorkOf("a"));
        DateTimeOffset began = _clock.Now;
        Until(() => _script.Waves.Count == 1);
        Assert.InRange((_clock.Now - began).TotalSeconds, 2 + 4 + 8 + 16, 60);
        Assert.Single(_told);
        Assert.Empty(_dispatch.Open.Single().Endings);
    }

    [Fact]
    public void A_submission_that_arrived_although_its_answer_was_lost_is_not_repeated()
    {
        _script.Refusals = 1;
        _script.ArrivesNevertheless = true;
        _dispatch.Add(WorkOf("a"));
        Until(() => _dispatch.Open.Count == 1);
        Assert.Empty(_script.Waves);
    }

    [Fact]
    public void Ten_refusals_in_a_row_end_what_waits_and_say_why()
    {
        _script.Refusals = 100;
        _dispatch.Add(WorkOf("a"));
        Until(() => _dispatch.IsIdle);
        Assert.Equal("could not be submitted: Slurm refused 10 times in a row: no answer", _script.Failures["a"]);
    }

    [Theory]
    [InlineData("Preempted")]
    [InlineData("Node")]
    [InlineData("Cancelled")]
    public void What_is_lost_for_no_fault_of_its_own_asks_for_the_same_again(string ending)
    {
        Work work = Open("a", "b");
        End(work, Enum.Parse<Ending>(ending));
        Rounds(10);
        Assert.Equal([Asked, Asked], _script.Waves.Select(wave => wave.Resources));
        Assert.Equal(2, _dispatch.Open.Single().Items.Count); // as one job, as before
    }

    [Fact]
    public void What_is_lost_twenty_times_and_once_more_is_given_up()
    {
        _dispatch.Add(WorkOf("a"));
        while (!_script.Failures.ContainsKey("a"))
        {
            foreach (Work work in _dispatch.Open.ToArray())
            {
                End(work, Ending.Preempted);
            }

            Rounds(1);
        }

        Assert.Equal(21, _script.Waves.Count);
        Assert.Contains("was lost 21 times", _script.Failures["a"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_out_of_memory_gets_twice_as_much_up_to_the_bound_and_then_fails()
    {
        _dispatch.Add(WorkOf("a"));
        while (!_script.Failures.ContainsKey("a"))
        {
            foreach (Work work in _dispatch.Open.ToArray())
            {
                End(work, Ending.Memory);
            }

            Rounds(1);
        }

        Assert.Equal([Gibibyte, 2 * Gibibyte, 3 * Gibibyte], _script.Waves.Select(wave => wave.Resources.MemoryBytes));
        Assert.Contains("mostMemoryGiB", _script.Failures["a"], StringComparison.Ordinal);
        Assert.Contains("last words", _script.Failures["a"], StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_is_not_raised_after_a_preemption()
    {
        End(Open("a"), Ending.Preempted);
        Rounds(10);
        Assert.Equal(Gibibyte, _script.Waves[^1].Resources.MemoryBytes);
    }

    [Fact]
    public void What_runs_out_of_time_gets_twice_as_much()
    {
        End(Open("a"), Ending.Time);
        Rounds(10);
        Assert.Equal([3600, 7200], _script.Waves.Select(wave => wave.Resources.Seconds));
    }

    [Fact]
    public void Only_the_item_that_was_being_made_is_blamed_for_a_crash()
    {
        Work work = Open("a", "b", "c");
        _script.Done.Add("a");
        End(work, Ending.Failed);
        Rounds(10);
        Assert.Equal(["b", "c"], _dispatch.Open.Select(one => string.Concat(one.Items.Select(item => item.Target))).Order());
        Assert.Equal(1, _dispatch.Open.Single(one => one.Items[0].Target == "b").Endings[Ending.Failed]);
        Assert.Empty(_dispatch.Open.Single(one => one.Items[0].Target == "c").Endings);
    }

    [Fact]
    public void Records_that_appear_within_a_minute_of_the_end_count()
    {
        Work work = Open("a");
        End(work, Ending.Completed);
        Rounds(3);
        _script.Done.Add("a");
        Rounds(2);
        Assert.True(_dispatch.IsIdle);
        Assert.Single(_script.Waves);
    }

    [Fact]
    public void A_record_counts_whatever_the_scheduler_says()
    {
        Work work = Open("a");
        _script.Done.Add("a");
        End(work, Ending.Node);
        Rounds(2);
        Assert.True(_dispatch.IsIdle);
        Assert.Single(_script.Waves);
    }

    [Fact]
    public void A_scheduler_that_does_not_answer_is_told_once_and_nothing_is_concluded()
    {
        Open("a");
        _script.IsMute = true;
        Rounds(20);
        _script.IsMute = false;
        Rounds(5);
        Assert.Single(_told);
        Assert.Single(_script.Waves);
    }

    [Fact]
    public void A_job_that_is_missing_from_one_answer_is_not_lost()
    {
        Work work = Open("a");
        _script.States.Remove(work.TaskId!);
        Until(() => work.Missed == 1);
        _script.States[work.TaskId!] = TaskState.Running("runs");
        Rounds(5);
        Assert.Single(_script.Waves);
    }

    [Fact]
    public void Cancelling_ends_all_that_is_with_the_scheduler()
    {
        Work work = Open("a");
        _dispatch.CancelAll();
        Assert.Equal([work.TaskId!], _script.Cancelled);
    }

    private static Resources Asked => new(1, Gibibyte, 3600, 0);

    private static Work WorkOf(params string[] targets) =>
        new([.. targets.Select(target => new WorkItem(target, target, 0))], Asked);

    private Work Open(params string[] targets)
    {
        _dispatch.Add(WorkOf(targets));
        Until(() => _dispatch.Open.Count == 1);
        return _dispatch.Open.Single();
    }

    private void End(Work work, Ending ending) => _script.States[work.TaskId!] = TaskState.Ended(ending, "the scheduler's word");

    private void Rounds(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _clock.MoveTo(_dispatch.Step());
        }

        _dispatch.Step();
    }

    private void Until(Func<bool> there)
    {
        for (int i = 0; i < 10_000 && !there(); i++)
        {
            _clock.MoveTo(_dispatch.Step());
        }

        Assert.True(there());
    }

    // Does what the test says.
    [Fact]
    public void Jobs_that_cannot_be_written_down_are_awaited_and_not_submitted_twice()
    {
        _script.IsFull = true;
        _dispatch.Add(WorkOf("a"));
        _dispatch.Add(WorkOf("b"));
        Until(() => _script.Waves.Count == 1);
        Rounds(20);
        Assert.Single(_script.Waves);
        Assert.Equal(2, _dispatch.Open.Count);
        Assert.Contains(
            "the disk is full A run that is started later will not find them.",
            Assert.Single(_told),
            StringComparison.Ordinal
        );
        _script.Done.UnionWith(["a", "b"]);
        foreach (Work work in _dispatch.Open)
        {
            _script.States[work.TaskId!] = TaskState.Ended(Ending.Completed, "completed");
        }

        Until(() => _dispatch.IsIdle);
        Assert.Empty(_script.Failures);
    }

    [Fact]
    public void Results_that_cannot_be_read_are_awaited_however_long_and_nothing_runs_twice()
    {
        _dispatch.Add(WorkOf("a"));
        Until(() => _script.Waves.Count == 1);
        _script.IsUnreadable = true;
        _script.Done.Add("a");
        _script.States[_dispatch.Open.Single().TaskId!] = TaskState.Ended(Ending.Completed, "completed");
        Rounds(500);
        Assert.Single(_script.Waves);
        Assert.Single(_dispatch.Open);
        Assert.StartsWith(
            "What ended jobs gave cannot be read: the share is gone",
            Assert.Single(_told),
            StringComparison.Ordinal
        );
        _script.IsUnreadable = false;
        Until(() => _dispatch.IsIdle);
        Assert.Empty(_script.Failures);
        Assert.Single(_script.Waves);
    }

    [Fact]
    public void While_jobs_run_no_number_of_refusals_ends_what_waits()
    {
        _dispatch.Add(WorkOf("a"));
        Until(() => _script.Waves.Count == 1);
        _script.Refusals = 30;
        _dispatch.Add(WorkOf("b"));
        Until(() => _script.Waves.Count == 2);
        Assert.Empty(_script.Failures);
    }

    [Fact]
    public void A_job_that_was_taken_without_a_name_is_not_submitted_again_nor_any_after_it()
    {
        _dispatch.Add(WorkOf("running"));
        Until(() => _dispatch.Open.Count == 1);
        _script.IsNameless = true;
        _dispatch.Add(WorkOf("a"));
        Until(() => _script.Failures.Count == 1);
        _dispatch.Add(WorkOf("b"));
        Rounds(20);
        Assert.Equal(2, _script.Waves.Count);
        Assert.Equal(["a", "b"], _script.Failures.Keys.Order());
        Assert.Contains("printed no id", _script.Failures["b"], StringComparison.Ordinal);
        Assert.Equal("running", Assert.Single(_dispatch.Open).Items[0].Target); // what has a name is awaited
    }

    private sealed class Script : IScheduler, IOutcomes
    {
        private int _names;

        public List<Wave> Waves { get; } = [];

        public Dictionary<string, TaskState> States { get; } = [];

        public HashSet<string> Done { get; } = [];

        public Dictionary<string, string> Failures { get; } = [];

        public List<string> Cancelled { get; } = [];

        public int Refusals { get; set; }

        public bool ArrivesNevertheless { get; set; }

        public bool IsMute { get; set; }

        /// <summary>Whether it takes jobs and does not say as which.</summary>
        public bool IsNameless { get; set; }

        public string Name => "Slurm";

        public int MostJobs => 100;

        public IReadOnlyList<string> Submit(Wave wave)
        {
            if (Refusals-- > 0)
            {
                throw new SchedulerException("no answer");
            }

            Waves.Add(wave);
            return IsNameless ? throw new NamelessJobException("The command printed no id.") : Ids(wave);
        }

        public IReadOnlyList<string>? Find(Wave wave) => ArrivesNevertheless ? Ids(wave) : null;

        public IReadOnlyDictionary<string, TaskState> Poll(IReadOnlyCollection<string> ids) =>
            IsMute ? throw new SchedulerException("no answer") : States.Where(state => ids.Contains(state.Key)).ToDictionary();

        public void Cancel(IReadOnlyCollection<string> ids) => Cancelled.AddRange(ids);

        public string Publish(Work work) => $"job {_names++}";

        public string PublishWave(IReadOnlyList<string> jobs) => "wave of the script";

        /// <summary>Whether nothing can be written.</summary>
        public bool IsFull { get; set; }

        /// <summary>Whether nothing can be read.</summary>
        public bool IsUnreadable { get; set; }

        public void Remember(Work work) => Write();

        public void Forget(Work work) => Write();

        private void Write()
        {
            if (IsFull)
            {
                throw new IOException("the disk is full");
            }
        }

        public Taken Take(Work work) =>
            IsUnreadable
                ? throw new IOException("the share is gone")
                : new([.. work.Items.Where(item => Done.Contains(item.Target))], null, "");

        public void Told(Work work) { }

        public void Fail(WorkItem item, string why) => Failures[item.Target] = why;

        public string LogOf(Work work) => "last words";

        private IReadOnlyList<string> Ids(Wave wave)
        {
            foreach (string job in wave.Jobs)
            {
                States[job] = TaskState.Running("runs");
            }

            return wave.Jobs;
        }
    }
}
