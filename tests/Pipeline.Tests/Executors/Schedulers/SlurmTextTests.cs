using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Schedulers;

namespace Research.Pipeline.Tests.Executors.Schedulers;

/// <summary>Lines that Slurm 22.05.8 printed, and what they mean.</summary>
public sealed class SlurmTextTests
{
    [Theory]
    [InlineData("1_4|RUNNING|None", "1_4", "Running", "Unknown")]
    [InlineData("1_4|PENDING|Resources", "1_4", "Waiting", "Unknown")]
    [InlineData("1_4|COMPLETING|None", "1_4", "Running", "Unknown")]
    [InlineData("1_1|FAILED|NonZeroExitCode", "1_1", "Ended", "Failed")]
    [InlineData("1_0|COMPLETED|None", "1_0", "Ended", "Completed")]
    public void A_line_of_squeue_is_a_state(string line, string id, string phase, string ending)
    {
        KeyValuePair<string, TaskState> found = Assert.Single(SlurmText.Squeue(line + "\n"));
        Assert.Equal((id, phase, ending), (found.Key, $"{found.Value.Phase}", $"{found.Value.Ending}"));
    }

    [Theory]
    [InlineData("FAILED|3:0", "Failed")]
    [InlineData("FAILED|0:9", "Killed")]
    [InlineData("FAILED|137:0", "Killed")]
    [InlineData("FAILED|143:0", "Time")]
    [InlineData("TIMEOUT|0:0", "Time")]
    [InlineData("OUT_OF_MEMORY|0:125", "Memory")]
    [InlineData("PREEMPTED|0:0", "Preempted")]
    [InlineData("NODE_FAIL|1:0", "Node")]
    [InlineData("CANCELLED by 1000|0:15", "Cancelled")]
    [InlineData("CANCELLED+|0:15", "Cancelled")]
    public void A_line_of_sacct_tells_how_a_job_ended(string line, string ending)
    {
        TaskState state = SlurmText.Sacct($"7_3|{line}\n")["7_3"];
        Assert.Equal((TaskPhase.Ended, ending), (state.Phase, $"{state.Ending}"));
    }

    [Fact]
    public void Scontrol_names_a_job_by_array_and_task_and_what_still_waits_by_ranges()
    {
        IReadOnlyDictionary<string, TaskState> states = SlurmText.Scontrol(
            """
            JobId=4 ArrayJobId=1 ArrayTaskId=2 JobName=sbatch JobState=FAILED Reason=JobLaunchFailure Dependency=(null) ExitCode=0:9
            JobId=1 ArrayJobId=1 ArrayTaskId=5-6,9%2 JobName=sbatch JobState=PENDING Reason=Resources ExitCode=0:0
            JobId=8 JobName=another JobState=RUNNING Reason=None ExitCode=0:0
            """
        );
        Assert.Equal(["1_2", "1_5", "1_6", "1_9"], states.Keys.Order());
        Assert.Equal(Ending.Killed, states["1_2"].Ending);
        Assert.Equal(TaskPhase.Waiting, states["1_9"].Phase);
    }

    [Fact]
    public void What_is_no_line_of_theirs_is_no_state() => Assert.Empty(SlurmText.Squeue("slurm_load_jobs error\n"));
}
